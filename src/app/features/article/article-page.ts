import { Component, ErrorHandler, computed, effect, inject, input, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Title } from '@angular/platform-browser';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { filter } from 'rxjs';
import { NewsStore } from '../../news/news-store';
import { signInAddress } from '../../session';
import { ApiProblem } from '../../shared/api-problem';
import { ListNote } from '../../shared/ui/list-note';
import { LongToken } from './long-token';
import { PaperTime } from '../../shared/ui/paper-time';

/** `/news/:id`: a whole story. */
@Component({
  selector: 'pp-article-page',
  imports: [ListNote, LongToken, PaperTime, RouterLink],
  templateUrl: './article-page.html',
})
export class ArticlePage {
  private readonly news = inject(NewsStore);
  private readonly router = inject(Router);
  private readonly title = inject(Title);

  readonly id = input.required<string>();

  protected readonly article = resource({
    params: this.id,
    loader: ({ params }) => this.news.readArticle(params),
  });
  protected readonly problem = computed(() => {
    const error = this.article.error();
    return error instanceof ApiProblem ? error : null;
  });
  /** Plain text in the contract: a blank line separates paragraphs. */
  protected readonly paragraphs = computed(() =>
    this.article.hasValue() ? this.article.value().body.split(/\n\s*\n/) : [],
  );
  /** Comes back to this story. */
  protected readonly signInLink = computed(() =>
    signInAddress(this.router, `/news/${encodeURIComponent(this.id())}`),
  );

  constructor() {
    const errorHandler = inject(ErrorHandler);
    effect(() => {
      // Expected problems are told on the page; others belong to the error reporter.
      const error = this.article.error();
      if (error && !this.problem()) errorHandler.handleError(error);
    });
    const navigation = toSignal(
      this.router.events.pipe(filter((event) => event instanceof NavigationEnd)),
    );
    effect(() => {
      // At each navigation within the story the router sets its own title again.
      navigation();
      if (this.article.isLoading()) return;
      const name = this.article.hasValue() ? this.article.value().headline : 'No story';
      this.title.setTitle(`${name} · Presspass`);
    });
  }
}
