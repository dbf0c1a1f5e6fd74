import { Component, input } from '@angular/core';

/** Grey bars where stories will be; the words are for screen readers. */
@Component({
  selector: 'pp-story-placeholders',
  template: `
    <p class="visually-hidden" role="status">Loading the news …</p>
    <ol class="front" aria-hidden="true">
      @for (card of cards(); track $index) {
        <li class="story">
          <span class="bar" [style.width.%]="20"></span>
          <span class="bar" [style.width.%]="92" [style.height.em]="2"></span>
          <span class="bar" [style.width.%]="80"></span>
          <span class="bar" [style.width.%]="45"></span>
        </li>
      }
    </ol>
  `,
})
export class StoryPlaceholders {
  readonly cards = input(Array.from({ length: 8 }));
}
