import { cognitoError } from '../cognito-error.ts';

/** Cognito's default policy; a space counts as a symbol, unless it leads or trails. */
const rules: readonly { holds: (password: string) => boolean; otherwise: string }[] = [
  { holds: (password) => password.length >= 8, otherwise: 'Password not long enough' },
  {
    holds: (password) => /[A-Z]/.test(password),
    otherwise: 'Password must have uppercase characters',
  },
  {
    holds: (password) => /[a-z]/.test(password),
    otherwise: 'Password must have lowercase characters',
  },
  {
    holds: (password) => /[0-9]/.test(password),
    otherwise: 'Password must have numeric characters',
  },
  {
    holds: (password) => /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/.test(password),
    otherwise: 'Password must have symbol characters',
  },
];

/** Throws InvalidPasswordException with the first rule that `password` breaks. */
export function checkPasswordPolicy(password: string): void {
  const broken = rules.find((rule) => !rule.holds(password));
  if (!broken) return;
  throw cognitoError(
    'InvalidPasswordException',
    `Password did not conform with policy: ${broken.otherwise}`,
  );
}
