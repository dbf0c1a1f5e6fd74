import { Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Title } from '@angular/platform-browser';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { Article } from '../../news/article';
import { NewsStore } from '../../news/news-store';
import { ApiProblem } from '../../shared/api-problem';
import { ListNote } from '../../shared/ui/list-note';
import { PaperTime } from '../../shared/ui/paper-time';
import { signInAddress } from '../../session';

type Reading =
  | { readonly status: 'loading' }
  | { readonly status: 'read'; readonly article: Article }
  | { readonly status: 'failed'; readonly problem: ApiProblem };

@Component({
  selector: 'pp-article-page',
  imports: [ListNote, PaperTime, RouterLink],
  templateUrl: './article-page.html',
})
export class ArticlePage {
  private readonly news = inject(NewsStore);
  private readonly title = inject(Title);
  private readonly router = inject(Router);
  private readonly destruction = inject(DestroyRef);

  /** From the address: `/news/:id`. */
  protected readonly id = signal('');

  protected readonly reading = signal<Reading>({ status: 'loading' });
  /** Plain text in the contract: a blank line separates paragraphs. */
  protected readonly paragraphs = computed(() => {
    const reading = this.reading();
    return reading.status === 'read' ? reading.article.body.split(/\n\s*\n/) : [];
  });
  /** Comes back to this story. */
  protected readonly signInLink = computed(() => {
    return signInAddress(this.router, `/news/${encodeURIComponent(this.id())}`);
  });

  constructor() {
    inject(ActivatedRoute)
      .paramMap.pipe(takeUntilDestroyed())
      .subscribe((parameters) => {
        this.id.set(parameters.get('id') ?? '');
        void this.read(this.id());
      });
  }

  protected async read(id: string): Promise<void> {
    this.reading.set({ status: 'loading' });
    const reading = await this.news.readArticle(id).then(
      (article): Reading => ({ status: 'read', article }),
      (error: unknown): Reading => {
        // Expected problems are told on the page; others belong to the error reporter.
        if (!(error instanceof ApiProblem)) throw error;
        return { status: 'failed', problem: error };
      },
    );
    // Another story, or another page, may be on the screen by now.
    if (id !== this.id() || this.destruction.destroyed) return;
    this.reading.set(reading);
    this.title.setTitle(`${titleOf(reading)} · Presspass`);
  }
}

function titleOf(reading: Reading): string {
  return reading.status === 'read' ? reading.article.headline : 'No story';
}
