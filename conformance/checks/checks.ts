import type { Check } from '../check.ts';
import { session } from './session.ts';
import { signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';

/** Every expectation, through every client that can express it. */
export const checks: readonly Check[] = [...signUp, ...signIn, ...session];
