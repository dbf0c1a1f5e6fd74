import { Component, inject, signal } from '@angular/core';
import type { TrashedArticle } from '../../news/article';
import { TrashStore } from '../../news/trash-store';
import { Notices } from '../../platform/notices';
import { ListNote } from '../../ui/list-note';
import { PaperTime } from '../../ui/paper-time';

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

  /** The button that had the focus is gone afterwards; `note` takes it. */
  protected async restore(story: TrashedArticle, note: HTMLElement): Promise<void> {
    this.isWriting.set(true);
    try {
      const { problem } = await this.trash.restoreArticles([story.id]);
      this.notices.show({ text: problem?.message ?? `“${story.headline}” is in the paper again.` });
    } finally {
      this.isWriting.set(false);
    }
    note.focus();
  }
}
