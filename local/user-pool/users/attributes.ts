import { cognitoError, invalidParameter, notAuthorized } from '../cognito-error.ts';
import type { CognitoError } from '../cognito-error.ts';
import { missing } from '../request/constraints.ts';
import type { Input, NamedValue } from '../request/input.ts';
import type { User } from './user-store.ts';

/** OpenID Connect's standard claims, which each user pool offers as attributes. */
const writable = new Set(
  (
    'address birthdate email family_name gender given_name locale middle_name name nickname ' +
    'phone_number picture preferred_username profile updated_at website zoneinfo'
  ).split(' '),
);

const readOnly = new Set(['sub', 'email_verified', 'phone_number_verified', 'identities']);

/** Attributes as a request sets them; `email` comes apart from the others. */
export interface GivenAttributes {
  readonly email: string | undefined;
  readonly others: Readonly<Record<string, string>>;
}

/** Reads attributes that a person sets about themselves. */
export function readAttributes(values: readonly NamedValue[]): GivenAttributes {
  for (const { name } of values) {
    if (readOnly.has(name)) {
      throw notAuthorized('A client attempted to write unauthorized attribute');
    }
    if (!writable.has(name)) throw notInSchema(name);
  }
  return apart(values);
}

const flags = ['email_verified', 'phone_number_verified'];

/** Reads attributes that an administrator sets: they may also say that an address was verified. */
export function readAttributesByAdmin(
  values: readonly NamedValue[],
): GivenAttributes & { readonly isEmailVerified: boolean | undefined } {
  for (const { name, value } of values) {
    if (name === 'sub' || name === 'identities') {
      throw invalidParameter(`Cannot modify the non-mutable attribute ${name}`);
    }
    if (!writable.has(name) && !flags.includes(name)) throw notInSchema(name);
    if (flags.includes(name) && !/^(true|false)$/i.test(value)) {
      throw invalidParameter(`Invalid value for attribute ${name}`);
    }
  }
  const { email, others } = apart(values);
  const { email_verified: verified, ...rest } = others;
  return {
    email,
    others: rest,
    isEmailVerified: verified === undefined ? undefined : /^true$/i.test(verified),
  };
}

/** The names of attributes to delete. Throws InvalidParameterException for those that have to stay. */
export function readDeletedAttributes(input: Input): string[] {
  const names = input.optionalStringList('UserAttributeNames', 1000, { min: 1, max: 32 });
  if (names === undefined) throw missing('userAttributeNames');
  for (const name of names) {
    if (!writable.has(name) && !readOnly.has(name)) {
      const schema = `user.${name}: Attribute does not exist in the schema.`;
      throw invalidParameter(`Invalid user attributes: ${schema}\n`);
    }
    // A pool here needs the address as username; the type is AWS's, its wording is not published.
    if (name === 'email' || readOnly.has(name)) {
      throw invalidParameter(`Attribute ${name} cannot be deleted.`);
    }
  }
  return names;
}

/** The attributes without those called `names`. */
export function without(
  attributes: Readonly<Record<string, string>>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)));
}

function notInSchema(name: string): CognitoError {
  const schema = `${name}: Attribute does not exist in the schema.`;
  return invalidParameter(`Attributes did not conform to the schema: ${schema}\n`);
}

function apart(values: readonly NamedValue[]): GivenAttributes {
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
