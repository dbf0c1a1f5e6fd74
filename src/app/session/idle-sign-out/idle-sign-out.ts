import { DestroyRef, inject } from '@angular/core';
import { Router } from '@angular/router';
import { decodeToken } from '../../shared/decoded-token';
import { type Notice, Notices } from '../../shared/notices';
import { IdentityProvider, type Tokens } from '../identity/identity-provider';
import { checkGuards } from '../keeper/check-guards';
import type { KeptSession } from '../keeper/kept-session';
import { wakes } from '../keeper/wakes';
import { WINDOW } from '../keeper/window';
import type { SessionFeature } from '../session-feature';
import { LastActivity } from './last-activity';
import type { SessionLifetime } from '../identity/session-lifetime';

/** What somebody does on purpose. */
const deeds = ['pointerdown', 'keydown'];

/** What shows that somebody is there; not enough once they have been asked whether they are. */
const signs = ['pointermove', 'wheel', 'touchmove', 'scroll'];

export interface IdleSignOutOptions {
  /** Milliseconds without activity in any tab of the session. */
  readonly after: number;
  /** Milliseconds before that at which the person is asked whether to stay; a minute without it. */
  readonly warnBefore?: number;
  /** The sessions it is for: those of one tab only, or every one. */
  readonly lifetime: Extract<SessionLifetime, 'this-tab'> | 'every';
}

/** Signs out whoever has walked away: a courtesy on shared machines. Throws on options that make no sense. */
export function withIdleSignOut({
  after,
  warnBefore = 60_000,
  lifetime,
}: IdleSignOutOptions): SessionFeature {
  if (!(warnBefore >= 0 && after > warnBefore && Number.isFinite(after)))
    throw new TypeError('withIdleSignOut: `after` has to be longer than `warnBefore`, in ms.');
  return {
    start: (keeper) => {
      new IdleSignOut(keeper, { after, warnBefore, lifetime });
    },
  };
}

class IdleSignOut {
  private readonly provider = inject(IdentityProvider);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly window = inject(WINDOW);
  private readonly activity = new LastActivity(() => {
    this.check();
  });
  private timer: ReturnType<typeof setTimeout> | undefined;
  private warning: Notice | undefined;
  private isOn = false;

  constructor(
    private readonly keeper: KeptSession,
    private readonly options: Required<IdleSignOutOptions>,
  ) {
    keeper.listen((moment) => {
      if (moment.kind === 'tokens') this.begin(moment.tokens);
      if (moment.kind === 'ended') this.end();
    });
    // Timers stand still while a device sleeps; the clock does not.
    wakes(this.window, () => {
      this.check();
    });
    this.hear();
  }

  private begin({ access }: Tokens): void {
    const { lifetime } = this.options;
    const lasts = this.provider.lifetime();
    this.isOn = lifetime === 'every' || lasts === lifetime;
    if (!this.isOn) return;
    const session = decodeToken(access)?.claims['origin_jti'];
    this.activity.begin(typeof session === 'string' ? session : 'unnamed', lasts);
    this.check();
  }

  private end(): void {
    this.isOn = false;
    clearTimeout(this.timer);
    this.takeBack();
    this.activity.end();
  }

  /** Asks, signs out, or looks again when it may be time to. */
  private check(): void {
    clearTimeout(this.timer);
    if (!this.isOn) return;
    const { after, warnBefore } = this.options;
    const left = after - this.activity.idleFor;
    if (left <= 0) {
      void this.signOut();
      return;
    }
    if (left <= warnBefore) this.warn();
    else this.takeBack();
    const next = left <= warnBefore ? left : left - warnBefore;
    this.timer = setTimeout(() => {
      this.check();
    }, next);
  }

  private warn(): void {
    if (this.warning) return;
    this.warning = {
      text: `Are you still there? If not, you will be signed out in ${inWords(this.options.warnBefore)}.`,
      // The click itself is the activity.
      action: { label: 'Stay signed in', run: () => undefined },
    };
    this.notices.show(this.warning);
  }

  private takeBack(): void {
    if (this.warning && this.notices.current() === this.warning) this.notices.dismiss();
    this.warning = undefined;
  }

  private async signOut(): Promise<void> {
    this.isOn = false;
    const { url } = this.router;
    const time = inWords(this.options.after);
    // First: a session that began at the user pool's page ends there, and this document with it.
    this.keeper.tellOfEnd(`You were signed out, since nothing happened here for ${time}.`, url);
    await this.keeper.signOut({});
    await checkGuards(this.router);
  }

  private hear(): void {
    const note = ({ type }: Event): void => {
      if (!this.isOn || (this.warning && !deeds.includes(type))) return;
      // Whoever comes back after hours has not been active.
      if (this.activity.idleFor < this.options.after) this.activity.note();
      if (this.warning) this.check();
    };
    const { document } = this.window;
    const types = [...deeds, ...signs];
    for (const type of types)
      document.addEventListener(type, note, { capture: true, passive: true });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      for (const type of types) document.removeEventListener(type, note, { capture: true });
    });
  }
}

/** Milliseconds as people say them: "1 minute", "30 seconds". */
function inWords(milliseconds: number): string {
  const isShort = milliseconds < 60_000;
  const value = Math.round(milliseconds / (isShort ? 1_000 : 60_000));
  const unit = isShort ? 'second' : 'minute';
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
