import { Component, inject, signal } from '@angular/core';
import type { TrashedArticle } from '../../news/article';
import { TrashStore } from '../../news/trash-store';
import { Notices } from '../../shared/notices';
import { ListNote } from '../../shared/ui/list-note';
import { PaperTime } from '../../shared/ui/paper-time';
import { storyCount } from './story-count';

const storiesPerPage = 50;

@Component({
  selector: 'pp-trash-page',
  imports: [ListNote, PaperTime],
  templateUrl: './trash-page.html',
})
export class TrashPage {
  protected readonly trash = inject(TrashStore);
  private readonly notices = inject(Notices);

  protected readonly isWriting = signal(false);

  constructor() {
    void this.trash.reload(storiesPerPage);
  }

  protected showMore(): Promise<void> {
    return this.trash.loadMore(storiesPerPage);
  }

  protected restore(story: TrashedArticle, note: HTMLElement): Promise<void> {
    return this.bringBack([story], note, `“${story.headline}” is`);
  }

  protected restoreShown(note: HTMLElement): Promise<void> {
    const stories = this.trash.items();
    return this.bringBack(
      stories,
      note,
      `${storyCount(stories.length)} ${stories.length === 1 ? 'is' : 'are'}`,
    );
  }

  /** The button that had the focus is gone afterwards; `note` takes it. */
  private async bringBack(
    stories: readonly TrashedArticle[],
    note: HTMLElement,
    subject: string,
  ): Promise<void> {
    this.isWriting.set(true);
    try {
      const { problem } = await this.trash.restoreArticles(stories.map(({ id }) => id));
      this.notices.show({ text: problem?.message ?? `${subject} in the paper again.` });
    } finally {
      this.isWriting.set(false);
    }
    note.focus();
    // All that was shown is back: what else is in the trash moves up.
    if (this.trash.items().length === 0) await this.showMore();
  }
}
