import { Component, type ElementRef, inject, viewChild } from '@angular/core';
import { injectFocusAfterRender } from '../../shared/focus-after-render';
import type { TrashedArticle } from '../../news/article';
import { TrashStore } from '../../news/trash-store';
import { Attempt } from '../../shared/attempt';
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
  private readonly focus = injectFocusAfterRender();
  private readonly note = viewChild.required<ElementRef<HTMLElement>>('note');

  protected readonly restoration = new Attempt();

  constructor() {
    // Each story that an undo would bring back is here, with a button of its own.
    this.notices.withdrawAction();
    void this.trash.reload(storiesPerPage);
  }

  protected showMore(): Promise<void> {
    return this.trash.loadMore(storiesPerPage);
  }

  protected restore(story: TrashedArticle): Promise<void> {
    return this.bringBack([story], `“${story.headline}”`);
  }

  protected restoreShown(): Promise<void> {
    const stories = this.trash.items();
    return this.bringBack(stories, storyCount(stories.length));
  }

  private async bringBack(stories: readonly TrashedArticle[], subject: string): Promise<void> {
    await this.restoration.run(async () => {
      const { problem } = await this.trash.restoreArticles(stories.map(({ id }) => id));
      this.notices.show({ text: problem?.message ?? `${subject} restored.` });
    });
    // The button that had the focus is gone.
    this.focus(this.note);
    // All that was shown is back: what else is in the trash moves up.
    if (this.trash.items().length === 0) await this.showMore();
  }
}
