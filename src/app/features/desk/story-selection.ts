import { computed, signal, type Signal } from '@angular/core';

/** Which of the stories in sight are ticked. A story that is no longer in sight is no longer ticked. */
export class StorySelection {
  private readonly ticked = signal<ReadonlySet<string>>(new Set());

  readonly ids = computed(() =>
    this.inSight()
      .map((story) => story.id)
      .filter((id) => this.ticked().has(id)),
  );
  readonly isEverything = computed(
    () => this.ids().length > 0 && this.ids().length === this.inSight().length,
  );
  readonly isPart = computed(() => this.ids().length > 0 && !this.isEverything());

  constructor(private readonly inSight: Signal<readonly { readonly id: string }[]>) {}

  has(id: string): boolean {
    return this.ticked().has(id);
  }

  toggle(id: string): void {
    const ticked = new Set(this.ticked());
    if (!ticked.delete(id)) ticked.add(id);
    this.ticked.set(ticked);
  }

  /** Ticks all stories in sight, or none when all are ticked. */
  toggleEverything(): void {
    this.ticked.set(
      this.isEverything() ? new Set() : new Set(this.inSight().map((story) => story.id)),
    );
  }
}
