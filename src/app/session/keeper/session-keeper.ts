import { DestroyRef, Service, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Notices, type Notice } from '../../shared/notices';
import {
  IdentityProvider,
  type IdentityChange,
  type TokenKind,
  type Tokens,
} from '../identity/identity-provider';
import { signInAddress } from '../return-address';
import { SESSION_FEATURES } from '../session-feature';
import { SESSION_STATE, type Trouble, personOf } from '../session-state';
import { withDeadline } from '../with-deadline';
import type { KeptSession, SessionMoment } from './kept-session';
import { Recovery } from './recovery';
import { WINDOW } from './window';
import { isServerTrouble, troubleOf } from './trouble';

/** Milliseconds that a sign-in service may take before it counts as away. */
const patience = 10_000;

/** Milliseconds for which a refreshed token that is rejected all the same is not refreshed again. */
const freshness = 10_000;

/** Keeps a session while it lasts: tokens, refresh, recovery, end. One in a document. */
@Service()
export class SessionKeeper implements KeptSession {
  private readonly provider = inject(IdentityProvider);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly state = inject(SESSION_STATE);
  private readonly window = inject(WINDOW);
  private readonly recovery = this.startRecovery();

  private reading: Promise<Tokens | null> | undefined;
  private refreshing: Promise<Tokens | null> | undefined;
  /** Until when the tokens in hand are valid, and since when, by `performance.now()`. */
  private validUntil = 0;
  private refreshedAt = -Infinity;
  private lastError: unknown;
  private endNotice: Notice | undefined;
  /** Counts sign-ins and sign-outs, so that an answer that was asked for before is not taken for one after. */
  private era = 0;
  private readonly listeners: ((moment: SessionMoment) => void)[] = [];
  private latest: SessionMoment | undefined;
  private isClosed = false;

  constructor() {
    for (const { start } of inject(SESSION_FEATURES)) start(this);
  }

  get isSignedIn(): boolean {
    return this.state().kind === 'signed-in';
  }

  listen(listener: (moment: SessionMoment) => void): void {
    this.listeners.push(listener);
    if (this.latest) listener(this.latest);
  }

  async restore(): Promise<void> {
    // An answer does not count when somebody signs in meanwhile, here or in another tab.
    while (this.state().kind === 'restoring') await this.adopt();
  }

  async follow(change: IdentityChange): Promise<void> {
    const before = this.state();
    // What was asked for before is not about who is here now.
    this.reading = undefined;
    if (change.kind !== 'refreshed') {
      this.era++;
      this.refreshing = undefined;
    }
    if (change.kind === 'signed-out') this.leave();
    else await this.adopt();
    if (change.isElsewhere) this.tell({ kind: 'followed', change, before });
  }

  tokens(): Promise<Tokens | null> {
    return this.read();
  }

  async replacementToken(kind: TokenKind, rejected: string): Promise<string | null> {
    const known = (await this.read())?.[kind] ?? null;
    if (known !== rejected) return known;
    // Whoever rejects a token that is seconds old will reject the next one as well.
    if (performance.now() - this.refreshedAt < freshness) return null;
    return (await this.refresh())?.[kind] ?? null;
  }

  async refresh(): Promise<Tokens | null> {
    const { era } = this;
    try {
      return await this.fetchNew();
    } catch (error) {
      // Not a refusal, so nobody is signed out; who asked for tokens learns that there are none now.
      if (era === this.era) this.suspend(error);
      throw error;
    }
  }

  async refreshAhead(): Promise<void> {
    const { era } = this;
    try {
      await this.fetchNew();
    } catch (error) {
      // There is time to try again.
      if (era !== this.era) return;
      if (performance.now() < this.validUntil) this.tell({ kind: 'postponed' });
      else this.suspend(error);
    }
  }

  async retry(): Promise<void> {
    this.lastError = undefined;
    await this.adopt();
  }

  async signOut(options: { everywhere?: boolean }): Promise<void> {
    // What was asked for before may never be answered. Nobody waits for it, and nothing comes of it.
    this.era++;
    this.reading = undefined;
    this.refreshing = undefined;
    this.leave();
    await this.provider.signOut(options);
  }

  close(): void {
    this.isClosed = true;
  }

  tellOfEnd(text: string, from: string = this.router.url): void {
    this.endNotice = {
      text,
      action: {
        label: 'Sign in',
        run: () => this.router.navigateByUrl(signInAddress(this.router, from)),
      },
    };
    this.notices.show(this.endNotice);
  }

  private async adopt(): Promise<void> {
    // A failure shows as `unavailable`.
    await this.read().catch(() => undefined);
  }

  private read(): Promise<Tokens | null> {
    // Whoever has valid tokens need not wait for newer ones.
    if (this.refreshing && performance.now() >= this.validUntil) return this.refreshing;
    this.reading ??= this.readOnce().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async readOnce(): Promise<Tokens | null> {
    const { era } = this;
    // A server that has too much to do, or is ill, is left alone for a while, whoever asks.
    if (this.lastError && this.recovery.isEarly) throw this.lastError as Error;
    try {
      return await this.load({ forceRefresh: false });
    } catch (error) {
      // As in `refresh`.
      if (era === this.era) this.suspend(error);
      throw error;
    }
  }

  private fetchNew(): Promise<Tokens | null> {
    this.refreshing ??= this.load({ forceRefresh: true }).finally(() => {
      this.refreshing = undefined;
    });
    return this.refreshing;
  }

  private async load(options: { forceRefresh: boolean }): Promise<Tokens | null> {
    const { era } = this;
    const tokens = await withDeadline(this.provider.tokens(options), patience);
    // They are perhaps not those of who is here now.
    if (era !== this.era) return this.read();
    if (options.forceRefresh) this.refreshedAt = performance.now();
    if (tokens) this.enter(tokens);
    else this.end();
    return this.isClosed ? new Promise<never>(() => undefined) : tokens;
  }

  private enter(tokens: Tokens): void {
    const { person } = tokens;
    this.validUntil = performance.now() + tokens.remaining;
    this.lastError = undefined;
    this.recovery.stop();
    this.state.set(
      this.window.navigator.onLine
        ? { kind: 'signed-in', person }
        : { kind: 'unavailable', person, trouble: 'offline' },
    );
    if (this.endNotice && this.notices.current() === this.endNotice) this.notices.dismiss();
    this.tell({ kind: 'tokens', tokens });
  }

  private suspend(error: unknown): void {
    this.lastError = isServerTrouble(error) ? error : undefined;
    if (this.show(troubleOf(error, this.window.navigator))) this.recovery.wait();
    else this.leave();
  }

  /** Returns whether there is anybody to show trouble to. */
  private show(trouble: Trouble): boolean {
    const person = personOf(this.state()) ?? this.provider.remembered();
    if (person) this.state.set({ kind: 'unavailable', person, trouble });
    return person !== null;
  }

  private end(): void {
    const hasEndedBefore = this.state().kind === 'anonymous';
    this.leave();
    if (!hasEndedBefore) this.tellOfEnd('Your session has ended. Sign in again to go on.');
  }

  private leave(): void {
    this.validUntil = 0;
    this.recovery.stop();
    this.state.set({ kind: 'anonymous' });
    this.tell({ kind: 'ended' });
  }

  private tell(moment: SessionMoment): void {
    this.latest = moment;
    for (const listener of this.listeners) listener(moment);
  }

  private startRecovery(): Recovery {
    const showOffline = (): void => {
      if (this.isSignedIn) this.show('offline');
    };
    const recovery = new Recovery({
      window: this.window,
      isNeeded: () => this.state().kind === 'unavailable',
      ask: () => void this.retry(),
    });
    this.window.addEventListener('offline', showOffline);
    inject(DestroyRef).onDestroy(() => {
      this.window.removeEventListener('offline', showOffline);
      recovery.stop();
    });
    return recovery;
  }
}
