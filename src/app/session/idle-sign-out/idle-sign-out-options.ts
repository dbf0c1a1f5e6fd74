import type { SessionLifetime } from '../identity/session-lifetime';

export interface IdleSignOutOptions {
  /** Milliseconds without activity in any tab of the session. */
  readonly after: number;
  /** Milliseconds before that at which the person is asked whether to stay; a minute without it. */
  readonly warnBefore?: number;
  /** The sessions it is for: those of one tab only, or every one. */
  readonly lifetime: Extract<SessionLifetime, 'this-tab'> | 'every';
}
