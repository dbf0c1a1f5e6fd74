import { Component, type ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { injectFocusAfterRender } from '../../shared/focus-after-render';
import { RouterLink } from '@angular/router';
import type { ArticleSummary } from '../../news/article';
import { NewsStore, type WriteOutcome } from '../../news/news-store';
import { TrashStore } from '../../news/trash-store';
import { Attempt } from '../../shared/attempt';
import { Notices } from '../../shared/notices';
import { ListNote } from '../../shared/ui/list-note';
import { DeleteAllDialog } from './delete-all-dialog';
import { number, storyCount } from './story-count';
import { StorySelection } from './story-selection';
import { StoryTable } from './story-table';

/** The largest page that the API gives. */
const storiesPerRequest = 100;
/** Where the desk stops loading by itself; a button goes on. */
const storiesAtOnce = 5_000;

@Component({
  selector: 'pp-published-page',
  imports: [DeleteAllDialog, ListNote, RouterLink, StoryTable],
  templateUrl: './published-page.html',
})
export class PublishedPage {
  protected readonly news = inject(NewsStore);
  private readonly trash = inject(TrashStore);
  private readonly notices = inject(Notices);
  private readonly focus = injectFocusAfterRender();
  private readonly status = viewChild.required<ElementRef<HTMLElement>>('status');

  protected readonly query = signal('');
  protected readonly deletion = new Attempt();
  private readonly enough = signal(storiesAtOnce);

  private readonly searchable = computed(() =>
    this.news.items().map((story) => ({ story, words: searchWords(story) })),
  );
  protected readonly found = computed(() => {
    const terms = searchable(this.query()).split(/\s+/).filter(Boolean);
    return this.searchable()
      .filter(({ words }) => terms.every((term) => words.includes(term)))
      .map(({ story }) => story);
  });
  protected readonly selection = new StorySelection(this.found);

  protected readonly hasMoreToLoad = computed(
    () => this.news.hasMore() && this.news.items().length >= this.enough(),
  );
  protected readonly count = computed(() => {
    if (this.news.isLoading() && this.news.items().length === 0) return 'Loading …';
    const found = this.found().length;
    const loaded = storyCount(this.news.items().length);
    const more = this.news.isLoading() ? ', loading more …' : this.news.hasMore() ? ' loaded' : '';
    return this.query().trim() ? `${number(found)} of ${loaded}${more}` : `${loaded}${more}`;
  });

  constructor() {
    void this.loadStories();
  }

  /** Loads page by page until there are enough, or no more. */
  protected async loadStories(): Promise<void> {
    while (this.news.hasMore() && this.news.items().length < this.enough()) {
      await this.news.loadMore(storiesPerRequest);
      if (this.news.problem() !== null) return;
    }
  }

  protected loadOlder(): Promise<void> {
    this.enough.update((enough) => enough + storiesAtOnce);
    return this.loadStories();
  }

  protected async deleteStories(ids: readonly string[]): Promise<void> {
    await this.deletion.run(async () => {
      this.reportDeletion(await this.news.deleteArticles(ids), ids.length);
    });
    this.focusStatus();
    // Where all that were here are gone, older ones may be left.
    await this.loadStories();
  }

  /** After the dialog: shows what is left. */
  protected async resume(): Promise<void> {
    await this.loadStories();
    if (this.news.isEmpty()) this.focusStatus();
  }

  /** Where the row or the button is gone that had the focus: the line that says how many are left takes it. */
  private focusStatus(): void {
    this.focus(this.status);
  }

  private reportDeletion({ done, problem }: WriteOutcome, wanted: number): void {
    const count = storyCount(done.length);
    if (done.length === 0) {
      this.notices.show({ text: `Nothing was deleted. ${problem?.message ?? ''}` });
      return;
    }
    this.notices.show({
      text: problem
        ? `${count} of ${number(wanted)} moved to the trash. ${problem.message}`
        : `${count} moved to the trash.`,
      action: { label: 'Undo', run: () => this.undo(done) },
    });
  }

  /** By way of the trash, which may be on the screen by now. */
  private async undo(ids: readonly string[]): Promise<void> {
    const { done, problem } = await this.trash.restoreArticles(ids);
    const left = ids.filter((id) => !done.includes(id));
    if (!problem) {
      this.notices.show({ text: `${storyCount(done.length)} brought back.` });
      return;
    }
    const text = `${storyCount(done.length)} of ${number(ids.length)} brought back. ${problem.message}`;
    // What is gone for good stays gone, however often one tries.
    this.notices.show(
      problem.kind === 'not-found'
        ? { text }
        : { text, action: { label: 'Try again', run: () => this.undo(left) } },
    );
  }
}

function searchWords({ headline, summary, section, byline }: ArticleSummary): string {
  return searchable(`${headline} ${summary} ${section} ${byline}`);
}

/** Found however it is typed: without capitals, without accents, with any apostrophe. */
function searchable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .toLowerCase();
}
