import { Component, input } from '@angular/core';

/** Grey bars where stories will be; the words are for screen readers. */
@Component({
  selector: 'pp-story-placeholders',
  template: `
    <p class="visually-hidden" role="status">Loading the news …</p>
    <ol class="front" aria-hidden="true">
      @for (card of cards(); track $index) {
        <li class="story">
          <span class="bar bar-short"></span><span class="bar bar-tall"></span>
          <span class="bar"></span><span class="bar bar-half"></span>
        </li>
      }
    </ol>
  `,
})
export class StoryPlaceholders {
  readonly cards = input(Array.from({ length: 8 }));
}
