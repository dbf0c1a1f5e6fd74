import {
  Component,
  DOCUMENT,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { injectWindowVirtualizer } from '@tanstack/angular-virtual';
import type { ArticleSummary } from '../../news/article';
import { PaperTime } from '../../ui/paper-time';
import type { StorySelection } from './story-selection';

/** Heights of a row in pixels; `desk.css` sets the same, narrow below 44rem. */
const rowHeight = { wide: 60, narrow: 108 };

/**
 * All stories as one table of which only the rows near the window exist, so that it stays quick
 * with thousands of them. Row numbers tell screen readers where they are.
 */
@Component({
  selector: 'pp-story-table',
  imports: [PaperTime],
  templateUrl: './story-table.html',
})
export class StoryTable {
  private readonly window = inject(DOCUMENT).defaultView;

  readonly stories = input.required<readonly ArticleSummary[]>();
  readonly selection = input.required<StorySelection>();
  /** While a deletion is under way. */
  readonly isLocked = input(false);
  readonly remove = output<string>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly isNarrow = signal(false);
  private readonly bodyTop = signal(0);

  protected readonly virtualizer = injectWindowVirtualizer<HTMLElement>(() => {
    const height = this.isNarrow() ? rowHeight.narrow : rowHeight.wide;
    return {
      count: this.stories().length,
      estimateSize: () => height,
      scrollMargin: this.bodyTop(),
      overscan: 8,
    };
  });
  protected readonly rows = computed(() =>
    this.virtualizer.getVirtualItems().flatMap(({ index }) => {
      const story = this.stories()[index];
      return story ? [{ index, story }] : [];
    }),
  );
  protected readonly spaceAbove = computed(
    () => (this.virtualizer.getVirtualItems().at(0)?.start ?? this.bodyTop()) - this.bodyTop(),
  );
  protected readonly spaceBelow = computed(
    () =>
      this.virtualizer.getTotalSize() -
      ((this.virtualizer.getVirtualItems().at(-1)?.end ?? this.bodyTop()) - this.bodyTop()),
  );

  constructor() {
    afterNextRender(() => {
      this.watchWidth();
    });
  }

  private watchWidth(): void {
    const narrow = this.window?.matchMedia('(width < 44rem)');
    const update = () => {
      this.isNarrow.set(narrow?.matches ?? false);
      const body = this.host.nativeElement.querySelector('tbody');
      this.bodyTop.set((body?.getBoundingClientRect().top ?? 0) + (this.window?.scrollY ?? 0));
      this.virtualizer.measure();
    };
    narrow?.addEventListener('change', update);
    update();
  }
}
