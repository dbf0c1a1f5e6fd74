/** The ways in: for the pages that sign people in. */
export {
  IdentityProblem,
  type IdentityProblemKind,
  toIdentityProblem,
} from '../identity/identity-problem';
export { IdentityProvider } from '../identity/identity-provider';
export { LifetimeChoice } from './lifetime-choice';
export { ManagedLoginCallback, comesFromManagedLogin } from './managed-login/callback';
export { type Arrival, ManagedLogin } from './managed-login/managed-login';
export type { NextStep } from './next-step';
export { provideWaysIn } from './provide-ways-in';
export { WaysIn } from './ways-in';
