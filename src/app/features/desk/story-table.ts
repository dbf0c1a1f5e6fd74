import {
  Component,
  DOCUMENT,
  DestroyRef,
  type ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectWindowVirtualizer } from '@tanstack/angular-virtual';
import type { ArticleSummary } from '../../news/article';
import { PaperTime } from '../../shared/ui/paper-time';
import type { StorySelection } from './story-selection';

/** Heights of a row in pixels; `desk.css` sets the same, narrow below 60rem. */
const rowHeight = { wide: 60, narrow: 108 };

/**
 * All stories as one table of which only the rows near the window exist, so that it stays quick
 * with thousands of them. Row numbers tell screen readers where they are.
 */
@Component({
  selector: 'pp-story-table',
  imports: [PaperTime, RouterLink],
  templateUrl: './story-table.html',
})
export class StoryTable {
  private readonly window = inject(DOCUMENT).defaultView ?? window;
  private readonly narrow = this.window.matchMedia('(width < 60rem)');
  private readonly body = viewChild.required<ElementRef<HTMLElement>>('body');

  readonly stories = input.required<readonly ArticleSummary[]>();
  readonly selection = input.required<StorySelection>();
  /** While a deletion is under way. */
  readonly isLocked = input(false);
  readonly remove = output<string>();

  private readonly isNarrow = signal(this.narrow.matches);
  /** Where the rows begin, in pixels from the top of the page. */
  private readonly top = signal(0);
  private readonly virtualizer = injectWindowVirtualizer(() => {
    const height = this.isNarrow() ? rowHeight.narrow : rowHeight.wide;
    return {
      count: this.stories().length,
      estimateSize: () => height,
      scrollMargin: this.top(),
      overscan: 8,
    };
  });

  protected readonly rows = computed(() =>
    this.virtualizer.getVirtualItems().flatMap(({ index }) => {
      const story = this.stories()[index];
      return story ? [{ index, story }] : [];
    }),
  );
  /** Pixels that stay blank in place of the rows that are not drawn. */
  protected readonly above = computed(() => {
    const first = this.virtualizer.getVirtualItems().at(0);
    return first ? first.start - this.top() : 0;
  });
  protected readonly below = computed(() => {
    const last = this.virtualizer.getVirtualItems().at(-1);
    return this.virtualizer.getTotalSize() - (last ? last.end - this.top() : 0);
  });

  constructor() {
    afterNextRender(() => {
      this.measure();
    });
    const measure = (): void => {
      this.measure();
    };
    this.narrow.addEventListener('change', measure);
    inject(DestroyRef).onDestroy(() => {
      this.narrow.removeEventListener('change', measure);
    });
  }

  private measure(): void {
    this.isNarrow.set(this.narrow.matches);
    const { top } = this.body().nativeElement.getBoundingClientRect();
    this.top.set(top + this.window.scrollY);
    this.virtualizer.measure();
  }
}
