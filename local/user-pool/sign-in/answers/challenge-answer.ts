import type { ClaimedSession } from '../open-session.ts';
import type { Services } from '../../services.ts';
import type { SignInStep } from '../sign-in-step.ts';

/** What a client sends to meet a challenge. `username` is proven where the client has a secret. */
export interface ChallengeAnswer extends ClaimedSession {
  readonly answers: ReadonlyMap<string, string>;
}

/** Judges an answer: the next step, or a CognitoError. */
export type Judge = (services: Services, answer: ChallengeAnswer) => SignInStep;
