import { computed, signal } from '@angular/core';
import { ApiProblem } from '../shared/api-problem';
import type { PageRequest } from './news-client';

/** Milliseconds after which a person is told that an answer takes longer than usual. */
const slowAfter = 4_000;

type ListPhase =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly isSlow: boolean }
  | { readonly status: 'failed'; readonly problem: ApiProblem };

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

interface ListState<Item> {
  readonly items: readonly Item[];
  readonly phase: ListPhase;
  /** The cursor of the next page (none for the first one), or that there is no next page. */
  readonly next: { readonly cursor?: string } | 'end';
}

/**
 * A list that grows by pages and keeps what it has when a page fails. It asks for one page at a
 * time; an answer that arrives after `reset()` or `clear()` is dropped.
 */
export class PagedList<Item extends { readonly id: string }> {
  private readonly state = signal<ListState<Item>>(emptyList());
  private generation = 0;
  private underWay = Promise.resolve();

  readonly items = computed(() => this.state().items);
  readonly isLoading = computed(() => this.state().phase.status === 'loading');
  /** Loading, and for so long that a person wonders. */
  readonly isSlow = computed(() => {
    const { phase } = this.state();
    return phase.status === 'loading' && phase.isSlow;
  });
  /** Why the last page could not be had, in words; `null` when all is well. */
  readonly problem = computed(() => {
    const { phase } = this.state();
    return phase.status === 'failed' ? phase.problem.message : null;
  });
  readonly hasMore = computed(() => this.state().next !== 'end');
  /** Loaded to its end, and nothing in it. */
  readonly isEmpty = computed(() => this.items().length === 0 && !this.hasMore());

  constructor(
    private readonly fetchPage: (request: PageRequest) => Promise<Page<Item>>,
    private readonly order: (a: Item, b: Item) => number,
  ) {}

  /**
   * Loads the next page of up to `limit` items; where one is on its way already, waits for that one.
   * Failures show in `problem`; nothing is thrown for them.
   */
  loadMore(limit: number): Promise<void> {
    const { next, phase } = this.state();
    if (next !== 'end' && phase.status !== 'loading') this.underWay = this.load(limit, next.cursor);
    return this.underWay;
  }

  private async load(limit: number, cursor: string | undefined): Promise<void> {
    const generation = this.generation;
    const slowTimer = setTimeout(() => {
      if (generation === this.generation) this.patch({ phase: loading(true) });
    }, slowAfter);
    this.patch({ phase: loading(false) });
    try {
      const page = await this.fetchPage({ limit, cursor });
      if (generation === this.generation) this.append(page);
    } catch (error) {
      // An expected problem is shown beside the list; anything else belongs to the error reporter.
      const isExpected = error instanceof ApiProblem;
      if (generation === this.generation) {
        this.patch({
          phase: isExpected ? { status: 'failed', problem: error } : { status: 'idle' },
        });
      }
      if (!isExpected) throw error;
    } finally {
      clearTimeout(slowTimer);
    }
  }

  /** Forgets everything, so that the next `loadMore()` starts at the first page. */
  reset(): void {
    this.generation++;
    this.state.set(emptyList());
  }

  /** Becomes a list that is known to be empty. */
  clear(): void {
    this.generation++;
    this.state.set({ ...emptyList<Item>(), next: 'end' });
  }

  remove(ids: ReadonlySet<string>): void {
    this.patch({ items: this.items().filter((item) => !ids.has(item.id)) });
  }

  /** Puts items at their place in the order, replacing those of the same id. */
  insert(items: readonly Item[]): void {
    this.patch({ items: this.merge(items) });
  }

  private append(page: Page<Item>): void {
    this.patch({
      items: this.merge(page.items),
      phase: { status: 'idle' },
      next: page.nextCursor === undefined ? 'end' : { cursor: page.nextCursor },
    });
  }

  private merge(items: readonly Item[]): readonly Item[] {
    const arriving = new Set(items.map((item) => item.id));
    return [...this.items().filter((item) => !arriving.has(item.id)), ...items].sort(this.order);
  }

  private patch(change: Partial<ListState<Item>>): void {
    this.state.update((state) => ({ ...state, ...change }));
  }
}

function emptyList<Item>(): ListState<Item> {
  return { items: [], phase: { status: 'idle' }, next: {} };
}

function loading(isSlow: boolean): ListPhase {
  return { status: 'loading', isSlow };
}
