import {
  Directive,
  ElementRef,
  afterNextRender,
  booleanAttribute,
  inject,
  input,
} from '@angular/core';

/** Takes the focus when it appears: the place where a person goes on. */
@Directive({ selector: '[ppTakesFocus]' })
export class TakesFocus {
  readonly isWanted = input(true, { alias: 'ppTakesFocus', transform: booleanAttribute });

  constructor() {
    const { nativeElement } = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender(() => {
      if (this.isWanted()) nativeElement.focus();
    });
  }
}
