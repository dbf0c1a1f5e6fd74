import { Problem } from '../../../shared/problem';

export type ManagedLoginProblemKind =
  /** The person went away from the page of the domain. */
  | 'cancelled'
  /** The domain says no, whatever it calls the reason. */
  | 'refused'
  /** The state is not the one this tab has sent: somebody else's sign-in is being put upon the person. */
  | 'not-ours'
  /** This tab has started no sign-in, or has finished it. */
  | 'not-started'
  /** The code is too old, used up, or of another app client. */
  | 'expired'
  /** The tokens are not those of a sign-in that was started here, with this user pool and this app client. */
  | 'untrusted'
  /** The browser keeps no data of this site. */
  | 'blocked'
  /** Nothing is lost: the same code can be tried again. */
  | 'unreachable'
  | 'broken';

/** Why a sign-in at the user pool's domain has failed, in words that say what to do. */
export class ManagedLoginProblem extends Problem {
  override readonly name = 'ManagedLoginProblem';

  constructor(
    readonly kind: ManagedLoginProblemKind,
    options?: ErrorOptions,
  ) {
    // Never in the words of the address: anybody can write those.
    super(words[kind], options);
  }
}

const words: Readonly<Record<ManagedLoginProblemKind, string>> = {
  cancelled: 'You left before you were signed in. Nothing has changed: start again when you like.',
  refused: 'The sign-in service did not let you in. Start again, or choose another way to sign in.',
  'not-ours':
    'Somebody has sent you here with a sign-in that is not yours, so it was not used. If you want to sign in, start here.',
  'not-started':
    'This sign-in was started in another tab or browser, or is used up already. Please start again here.',
  expired: 'This took too long, so it has to start again. Please sign in once more.',
  untrusted:
    'The answer of the sign-in service could not be trusted, so nobody was signed in. Please start again.',
  blocked:
    'Your browser keeps no data of this site, so you cannot stay signed in. Allow it, then try again.',
  unreachable: 'The sign-in server cannot be reached. Check your connection, then try again.',
  broken: 'That did not work, and it is not your fault. Please try again in a moment.',
};
