import { Component, type ElementRef, input, output, signal, viewChild } from '@angular/core';
import { injectFocusAfterRender } from '../../shared/focus-after-render';
import { TakesFocus } from '../../shared/ui/takes-focus';

/** A button that asks once more, in its own place, before it does something that is hard to undo. */
@Component({
  selector: 'pp-confirm-button',
  imports: [TakesFocus],
  template: `
    @if (isAsking()) {
      <div class="confirm" role="group" [attr.aria-label]="question()" (keydown.escape)="keep()">
        <p>{{ question() }}</p>
        <div class="actions">
          <button
            type="button"
            class="button button-danger"
            ppTakesFocus
            [attr.aria-disabled]="isBusy() || null"
            (click)="confirm()"
          >
            {{ isBusy() ? 'One moment …' : yes() }}
          </button>
          <button type="button" class="button" (click)="keep()">{{ no() }}</button>
        </div>
      </div>
    } @else {
      <button
        #opener
        type="button"
        [class]="look()"
        [attr.aria-label]="name() || null"
        (click)="isAsking.set(true)"
      >
        {{ label() }}
      </button>
    }
  `,
})
export class ConfirmButton {
  private readonly focus = injectFocusAfterRender();
  readonly label = input.required<string>();
  /** For screen readers, where the label alone does not say what it is about. */
  readonly name = input('');
  readonly look = input('button');
  readonly question = input.required<string>();
  readonly yes = input.required<string>();
  readonly no = input('Keep it');
  readonly isBusy = input(false);
  readonly confirmed = output();

  protected readonly isAsking = signal(false);
  private readonly opener = viewChild<ElementRef<HTMLElement>>('opener');

  /** Back to the button, with the focus on it. */
  keep(): void {
    this.isAsking.set(false);
    this.focus(this.opener);
  }

  protected confirm(): void {
    if (!this.isBusy()) this.confirmed.emit();
  }
}
