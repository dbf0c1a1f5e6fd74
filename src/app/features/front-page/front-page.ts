import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NewsStore } from '../../news/news-store';
import { ListNote } from '../../shared/ui/list-note';
import { StoryCard } from '../../shared/ui/story-card';
import { StoryPlaceholders } from '../../shared/ui/story-placeholders';
import { Session } from '../../session';

/**
 * A lead, then rows of three and of four stories: these numbers fill them to the end on a wide sheet.
 * The address of the first page is also in `infra/web/behaviours.ts`, which has it sent along.
 */
const storiesAtFirst = 22;
const storiesMore = 21;

@Component({
  selector: 'pp-front-page',
  imports: [ListNote, RouterLink, StoryCard, StoryPlaceholders],
  templateUrl: './front-page.html',
})
export class FrontPage {
  protected readonly news = inject(NewsStore);
  private readonly session = inject(Session);

  protected readonly isAnonymous = computed(() => this.session.state().kind === 'anonymous');

  constructor() {
    // Coming back from an article shows the stories that were shown before.
    if (this.news.frontPage().length === 0) void this.showMore();
  }

  protected showMore(): Promise<void> {
    const isFirst = this.news.frontPage().length === 0;
    return this.news.growFrontPage(isFirst ? storiesAtFirst : storiesMore);
  }
}
