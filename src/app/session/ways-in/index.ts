/** The ways in: for the pages that sign people in. */
export { type IdentityProblem, toIdentityProblem } from '../identity/identity-problem';
export { IdentityProvider } from '../identity/identity-provider';
export { LifetimeChoice } from './lifetime-choice';
export type { NextStep } from './next-step';
export { provideWaysIn } from './provide-ways-in';
export type { SessionLifetime } from './session-lifetime';
export { type OfferedWays, WaysIn } from './ways-in';
