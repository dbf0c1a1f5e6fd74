import type { Door } from './door';
import { expectedAnswer } from './expected-answer';
import type { PresentedToken } from './presented-token';

/** A request that changes nothing, whoever answers it. */
export interface DoorRequest {
  readonly kind: 'harmless';
  readonly method: string;
  /** Below the origin. */
  readonly path: string;
  /** JSON. */
  readonly body: string | null;
  /** Encoded; `null` for a request without `Authorization`. */
  readonly token: string | null;
}

/** A request that is not sent, and why. */
export interface WithheldRequest {
  readonly kind: 'withheld';
  readonly why: string;
}

/** The only place where requests to doors are made: none that could change anything leaves it. */
export function doorRequest(door: Door, token: PresentedToken): DoorRequest | WithheldRequest {
  const { method, summary, probe } = door;
  if (probe.onlyWhenRefused && expectedAnswer(door, token).isOpen) {
    const why = `This token opens the door. The request might do what it is for (“${summary}”), so it is not sent from here.`;
    return { kind: 'withheld', why };
  }
  return {
    kind: 'harmless',
    method,
    path: probe.path,
    body: probe.body,
    token: token.state === 'none' ? null : token.text,
  };
}
