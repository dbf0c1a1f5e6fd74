import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PaperTime } from './paper-time';

/** What a card shows of an article. */
export interface Story {
  readonly id: string;
  readonly headline: string;
  readonly summary: string;
  readonly section: string;
  readonly byline: string;
  readonly publishedAt: string;
}

@Component({
  selector: 'li[ppStoryCard]',
  imports: [PaperTime, RouterLink],
  host: { class: 'story' },
  template: `
    <p class="kicker">{{ story().section }}</p>
    <h2>
      <a [routerLink]="['/news', story().id]">{{ story().headline }}</a>
    </h2>
    <p class="summary">{{ story().summary }}</p>
    <p class="byline">{{ story().byline }}, <pp-time [iso]="story().publishedAt" /></p>
  `,
})
export class StoryCard {
  readonly story = input.required<Story>({ alias: 'ppStoryCard' });
}
