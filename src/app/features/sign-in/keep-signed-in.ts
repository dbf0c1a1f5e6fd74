import { Component, computed, inject } from '@angular/core';
import { LifetimeChoice } from '../../session/ways-in';

/** The choice how long the session lasts. It holds for every way in, and is kept for the next time. */
@Component({
  selector: 'pp-keep-signed-in',
  host: { class: 'keep-signed-in' },
  template: `
    <input
      #box
      id="keep-signed-in"
      type="checkbox"
      aria-describedby="keep-signed-in-hint"
      [checked]="isKept()"
      (change)="keep(box.checked)"
    />
    <label for="keep-signed-in">Keep me signed in on this device</label>
    <p id="keep-signed-in-hint" class="hint">
      @if (isKept()) {
        Untick this on a device that others use too.
      } @else {
        You are signed out when this tab is closed, or after 30 minutes away.
      }
    </p>
  `,
})
export class KeepSignedIn {
  private readonly choice = inject(LifetimeChoice);
  protected readonly isKept = computed(() => this.choice.lifetime() === 'this-device');

  protected keep(isKept: boolean): void {
    this.choice.choose(isKept ? 'this-device' : 'this-tab');
  }
}
