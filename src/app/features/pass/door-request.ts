import type { Door } from './door';
import { expectedAnswer } from './expected-answer';
import { harmlessForm, impossibleId, refusedBody } from './harmless-form';
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
  const form = harmlessForm(door);
  const { method, path } = door;
  if (form === null) return withheld('This page knows no harmless way to call it.');
  if (form.kind === 'impossible-id' && !path.includes('{id}')) {
    return withheld('Its address names no story, so nothing would keep it harmless.');
  }
  if (form.kind === 'only-when-shut' && expectedAnswer(door, token).isOpen) {
    return withheld(`This token opens the door. ${form.wouldDo}, so it is not sent from here.`);
  }
  return {
    kind: 'harmless',
    method,
    path: path.replace(/\{[^}]*\}/g, impossibleId),
    body: form.kind === 'refused-body' || form.kind === 'only-when-shut' ? refusedBody : null,
    token: token.state === 'none' ? null : token.text,
  };
}

const withheld = (why: string): WithheldRequest => ({ kind: 'withheld', why });
