import {
  type AfterViewInit,
  Component,
  DOCUMENT,
  DestroyRef,
  ElementRef,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ArticleSummary } from '../../news/article';
import { PaperTime } from '../../shared/ui/paper-time';
import type { StorySelection } from './story-selection';
import { WindowRows } from './window-rows';

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
export class StoryTable implements AfterViewInit {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly destroyRef = inject(DestroyRef);
  private readonly window = inject(DOCUMENT).defaultView ?? window;

  readonly stories = input.required<readonly ArticleSummary[]>();
  readonly selection = input.required<StorySelection>();
  /** While a deletion is under way. */
  readonly isLocked = input(false);
  readonly remove = output<string>();

  private readonly isNarrow = signal(false);
  private readonly bodyTop = signal(0);
  private readonly windowRows = new WindowRows({
    window: this.window,
    count: computed(() => this.stories().length),
    rowHeight: computed(() => (this.isNarrow() ? rowHeight.narrow : rowHeight.wide)),
    top: this.bodyTop,
  });

  protected readonly range = this.windowRows.range;
  protected readonly rows = computed(() =>
    this.range().indexes.flatMap((index) => {
      const story = this.stories()[index];
      return story ? [{ index, story }] : [];
    }),
  );

  ngAfterViewInit(): void {
    const narrow = this.window.matchMedia('(width < 60rem)');
    const update = () => {
      const body = this.host.nativeElement.querySelector('tbody');
      this.isNarrow.set(narrow.matches);
      this.bodyTop.set((body?.getBoundingClientRect().top ?? 0) + this.window.scrollY);
      this.windowRows.measure();
    };
    narrow.addEventListener('change', update);
    update();
    const stop = this.windowRows.follow();
    this.destroyRef.onDestroy(() => {
      narrow.removeEventListener('change', update);
      stop();
    });
  }
}
