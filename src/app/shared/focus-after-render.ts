import { DestroyRef, type ElementRef, Injector, afterNextRender, inject } from '@angular/core';

/**
 * A function that hands the focus to what its argument finds once the page is drawn anew: where the button that had it is
 * gone. Does nothing for a page that has been left since, as after a slow answer. For injection contexts.
 */
export function injectFocusAfterRender(): (
  find: () => ElementRef<HTMLElement> | undefined,
) => void {
  const injector = inject(Injector);
  const destruction = inject(DestroyRef);
  return (find) => {
    if (destruction.destroyed) return;
    const write = (): void => {
      find()?.nativeElement.focus();
    };
    afterNextRender({ write }, { injector });
  };
}
