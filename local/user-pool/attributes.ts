import { cognitoError, invalidParameter, notAuthorized } from './cognito-error.ts';
import type { NamedValue } from './input.ts';
import type { User } from './user-store.ts';

/** OpenID Connect's standard claims, which each user pool offers as attributes. */
const writable = new Set(
  (
    'address birthdate email family_name gender given_name locale middle_name name nickname ' +
    'phone_number picture preferred_username profile updated_at website zoneinfo'
  ).split(' '),
);

const readOnly = new Set(['sub', 'email_verified', 'phone_number_verified', 'identities']);

/** Reads attributes that a person sets about themselves. `email` comes apart from the others. */
export function readAttributes(values: readonly NamedValue[]): {
  email: string | undefined;
  others: Record<string, string>;
} {
  for (const { name } of values) {
    if (readOnly.has(name)) {
      throw notAuthorized('A client attempted to write unauthorized attribute');
    }
    if (!writable.has(name)) {
      const schema = `${name}: Attribute does not exist in the schema.`;
      throw invalidParameter(`Attributes did not conform to the schema: ${schema}\n`);
    }
  }
  const { email, ...others } = Object.fromEntries(values.map(({ name, value }) => [name, value]));
  if (email !== undefined && !isEmail(email))
    throw invalidParameter('Invalid email address format.');
  return { email, others };
}

const EMAIL = /^[^\s\p{C}@<>(),;:"]+@[^\s\p{C}@.<>(),;:"]+(\.[^\s\p{C}@.<>(),;:"]+)+$/u;

/** A plain check: something, one @, a host with a dot, nothing blank; at most 128 characters as a username. */
export function isEmail(text: string): boolean {
  return text.length <= 128 && EMAIL.test(text);
}

/** A user's attributes as Cognito lists them; values are strings. */
export function attributeList(user: User): { Name: string; Value: string }[] {
  const own = { email: user.email, email_verified: String(user.isEmailVerified), sub: user.sub };
  return Object.entries({ ...user.attributes, ...own }).map(([Name, Value]) => ({ Name, Value }));
}

/** Where a code went: `j****@e****`. */
export function codeDelivery(address: string): Record<string, string> {
  const [local = '', domain = ''] = address.toLowerCase().split('@');
  const masked = `${local.slice(0, 1)}****@${domain.slice(0, 1) || 'e'}****`;
  return { Destination: masked, DeliveryMedium: 'EMAIL', AttributeName: 'email' };
}

/** The refusal when an address belongs to somebody else. */
export function addressTaken(): Error {
  return cognitoError('AliasExistsException', 'An account with the email already exists.');
}
