/** The ways in: for the pages that sign people in. */
export { type IdentityProblem, toIdentityProblem } from '../identity/identity-problem';
export { IdentityProvider } from '../identity/identity-provider';
export { provideWaysIn } from './provide-ways-in';
export { WaysIn } from './ways-in';
