import { Component, DOCUMENT, DestroyRef, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Attempt } from '../../shared/attempt';
import { relativeTime, countdownNews } from './time-words';
import { DoorTable } from './door-table';
import { endOf } from './held-tokens';
import { Passes } from './passes';
import { TokenDocument } from './token-document';

/** Milliseconds between two looks at whether the session has other tokens by now. */
const lookEvery = 30_000;
/** Milliseconds by which the device's clock may be wrong without a word about it. */
const tolerance = 120_000;

/** `/pass`: the two tokens of a session, in plain words, and what each of them opens. */
@Component({
  selector: 'pp-pass-page',
  imports: [DoorTable, RouterLink, TokenDocument],
  providers: [Passes],
  templateUrl: './pass-page.html',
})
export class PassPage {
  protected readonly passes = inject(Passes);
  private readonly document = inject(DOCUMENT);

  protected readonly refreshing = new Attempt();
  private readonly left = computed(() => {
    const wallet = this.passes.wallet();
    if (!wallet) return Infinity;
    const { id, access } = wallet.held;
    return Math.min(endOf(id.claims), endOf(access.claims)) - wallet.now;
  });
  protected readonly isOver = computed(() => this.left() <= 0);
  protected readonly news = computed(() => countdownNews(this.left()));
  /** In words, when the device's clock is not the user pool's. */
  protected readonly clockWords = computed(() => {
    const wallet = this.passes.wallet();
    const ahead = wallet ? Date.now() - wallet.now : 0;
    if (Math.abs(ahead) < tolerance) return '';
    const by = relativeTime(-Math.abs(ahead)).replace(' ago', '');
    return `The clock of this device is ${by} ${ahead > 0 ? 'fast' : 'slow'}. The times here go by the user pool’s.`;
  });

  constructor() {
    const ticking = setInterval(() => {
      this.passes.tick();
    }, 1_000);
    const looking = setInterval(() => {
      this.look();
    }, lookEvery);
    const look = () => {
      this.look();
    };
    this.document.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(ticking);
      clearInterval(looking);
      this.document.removeEventListener('visibilitychange', look);
    });
  }

  protected async refresh(): Promise<void> {
    await this.refreshing.run(() => this.passes.refresh());
  }

  /** Tokens that are over stay on the page, so that one can see what a gateway says to them. */
  private look(): void {
    if (this.document.visibilityState === 'visible' && !this.isOver()) void this.passes.read();
  }
}
