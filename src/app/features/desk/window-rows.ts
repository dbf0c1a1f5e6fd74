import { type Signal, computed, signal } from '@angular/core';
import {
  Virtualizer,
  observeWindowOffset,
  observeWindowRect,
  windowScroll,
} from '@tanstack/virtual-core';

export interface WindowRowsOptions {
  readonly window: Window;
  readonly count: Signal<number>;
  /** Pixels; all rows are equally high. */
  readonly rowHeight: Signal<number>;
  /** Where the rows begin, in pixels from the top of the page. */
  readonly top: Signal<number>;
}

/** The rows to draw, and the pixels to leave blank above and below them. */
export interface RowRange {
  readonly indexes: readonly number[];
  readonly above: number;
  readonly below: number;
}

/**
 * Which of many rows are near the window, as a signal. A thin adapter of TanStack's framework-free
 * core: its Angular package would pull a kilobyte of Angular into everybody's first load.
 */
export class WindowRows {
  private readonly changes = signal(0);
  private created: Virtualizer<Window, Element> | undefined;

  readonly range = computed<RowRange>(() => {
    this.changes();
    // The virtualizer takes its options anew before each look, as its adapters do on each render.
    this.virtualizer.setOptions(this.virtualizerOptions());
    const items = this.virtualizer.getVirtualItems();
    const top = this.options.top();
    const above = (items.at(0)?.start ?? top) - top;
    const end = (items.at(-1)?.end ?? top) - top;
    return {
      indexes: items.map(({ index }) => index),
      above,
      below: this.virtualizer.getTotalSize() - end,
    };
  });

  constructor(private readonly options: WindowRowsOptions) {}

  /** Starts to follow the window; returns how to stop. */
  follow(): () => void {
    const stop = this.virtualizer._didMount();
    this.virtualizer._willUpdate();
    return stop;
  }

  /** For when the rows' height has changed. */
  measure(): void {
    this.virtualizer.measure();
  }

  /** Made at the first look: before that, inputs of a component may have no value yet. */
  private get virtualizer(): Virtualizer<Window, Element> {
    return (this.created ??= new Virtualizer(this.virtualizerOptions()));
  }

  private virtualizerOptions() {
    const height = this.options.rowHeight();
    return {
      count: this.options.count(),
      estimateSize: () => height,
      scrollMargin: this.options.top(),
      overscan: 8,
      getScrollElement: () => this.options.window,
      observeElementRect: observeWindowRect,
      observeElementOffset: observeWindowOffset,
      scrollToFn: windowScroll,
      initialOffset: () => this.options.window.scrollY,
      onChange: () => {
        this.changes.update((count) => count + 1);
      },
    };
  }
}
