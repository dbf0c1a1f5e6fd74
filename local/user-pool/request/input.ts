import { invalidParameter } from '../cognito-error.ts';
import { bound, checkBounds, missing, violates, wrongType } from './constraints.ts';
import type { StringBounds } from './constraints.ts';

/** A name and its value, as Cognito lists attributes. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

const TOKEN = { max: 16_384, pattern: /^[A-Za-z0-9\-_=.]+$/, secret: true } as const;
const USERNAME = { min: 1, max: 128, pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u } as const;
const PASSWORD = {
  min: 6,
  max: 256,
  pattern: /^\S(.*\S)?$/s,
  patternShown: '[\\S]+.*[\\S]+',
  secret: true,
} as const;

/**
 * Reads the members of a request and refuses what Cognito's model refuses: InvalidParameterException for a value
 * that is missing or out of bounds, SerializationException for one of another type.
 */
export class Input {
  private readonly members: Record<string, unknown>;
  private readonly path: string;

  /** `path` leads to a structure within the request: `scopes.1.member.` */
  constructor(body: unknown, path = '') {
    if (!isRecord(body)) throw wrongType(body, 'a structure');
    this.members = body;
    this.path = path;
  }

  clientId(): string {
    return this.string('ClientId', { min: 1, max: 128, pattern: /^[\w+]+$/ });
  }

  poolId(): string {
    return this.string('UserPoolId', { min: 1, max: 55, pattern: /^[\w-]+_[0-9a-zA-Z]+$/ });
  }

  username(): string {
    return this.string('Username', USERNAME);
  }

  /** Whom the request is about, as it says itself and before it is read: a username, or the end of an access token. */
  namedUser(): string | undefined {
    const answers = this.get('AuthParameters') ?? this.get('ChallengeResponses');
    const named = this.get('Username') ?? (isRecord(answers) ? answers['USERNAME'] : undefined);
    if (typeof named === 'string') return named.slice(0, 128).toLowerCase();
    const token = this.get('AccessToken');
    return typeof token === 'string' ? token.slice(-64) : undefined;
  }

  password(member: string): string {
    return this.string(member, PASSWORD);
  }

  optionalPassword(member: string): string | undefined {
    return this.optionalString(member, PASSWORD);
  }

  token(member: string): string {
    return this.string(member, TOKEN);
  }

  clientSecret(): string | undefined {
    return this.optionalString('ClientSecret', { min: 1, max: 64, secret: true });
  }

  /** The session of a challenge; its text is secret. */
  session(): string | undefined {
    return this.optionalString('Session', { min: 20, max: 2048, secret: true });
  }

  /** What a client with a secret proves that it knows it by. */
  secretHash(): string | undefined {
    return this.optionalString('SecretHash', {
      min: 1,
      max: 128,
      pattern: /^[\w+=/]+$/,
      secret: true,
    });
  }

  confirmationCode(member = 'ConfirmationCode'): string {
    return this.string(member, { min: 1, max: 2048, pattern: /^\S+$/, secret: true });
  }

  string(member: string, bounds: StringBounds = {}): string {
    const value = this.optionalString(member, bounds);
    if (value === undefined) throw missing(this.at(member));
    return value;
  }

  optionalString(member: string, bounds: StringBounds = {}): string | undefined {
    const value = this.get(member);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw wrongType(value, 'a String');
    checkBounds(this.at(member), value, bounds);
    return value;
  }

  oneOf<T extends string>(member: string, allowed: readonly T[]): T {
    const value = this.optionalOneOf(member, allowed);
    if (value === undefined) throw missing(this.at(member));
    return value;
  }

  optionalOneOf<T extends string>(member: string, allowed: readonly T[]): T | undefined {
    const value = this.optionalString(member);
    if (value === undefined) return undefined;
    const found = allowed.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    const set = `Member must satisfy enum value set: [${allowed.join(', ')}]`;
    throw violates(this.at(member), set, value.slice(0, 64));
  }

  integer(member: string, min: number, max: number): number {
    const value = this.optionalInteger(member, min, max);
    if (value === undefined) throw missing(this.at(member));
    return value;
  }

  /** A whole number between `min` and `max`, both included. */
  optionalInteger(member: string, min: number, max: number): number | undefined {
    const value = this.get(member);
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongType(value, 'an Integer');
    const name = this.at(member);
    if (value > max) throw violates(name, bound('value less', max), String(value));
    if (value < min) throw violates(name, bound('value greater', min), String(value));
    return value;
  }

  optionalBoolean(member: string): boolean | undefined {
    const value = this.get(member);
    if (value === undefined || typeof value === 'boolean') return value;
    throw wrongType(value, 'a Boolean');
  }

  /** A structure within the request; undefined when it is missing. */
  structure(member: string): Input | undefined {
    const value = this.get(member);
    return value === undefined ? undefined : new Input(value, `${this.at(member)}.`);
  }

  /** A list of structures, at most `max`; undefined when it is missing. */
  optionalStructures(member: string, max: number): Input[] | undefined {
    const items = this.optionalList(member, max);
    const name = this.at(member);
    return items?.map((item, index) => new Input(item, `${name}.${String(index + 1)}.member.`));
  }

  /** A map of strings; empty when it is missing. */
  strings(member: string): ReadonlyMap<string, string> {
    const value = this.get(member);
    if (value === undefined) return new Map();
    if (!isRecord(value)) throw wrongType(value, 'a Map');
    const present = Object.entries(value).filter(([, text]) => text !== null);
    return new Map(present.map(([name, text]) => [name, stringOf(text)]));
  }

  requiredNamedValues(member: string): NamedValue[] {
    if (this.get(member) !== undefined) return this.namedValues(member);
    throw missing(this.at(member));
  }

  /** A list of `{ Name, Value? }`; empty when it is missing. */
  namedValues(member: string): NamedValue[] {
    return this.list(member).map(namedValue);
  }

  /** A list of at most `max` strings, each within `bounds`; undefined when it is missing. */
  optionalStringList(member: string, max = 1000, bounds: StringBounds = {}): string[] | undefined {
    const texts = this.optionalList(member, max)?.map(stringOf);
    for (const text of texts ?? []) checkBounds(this.at(member), text, bounds);
    return texts;
  }

  /** A list of names out of `allowed`; undefined when it is missing. */
  optionalSubset<T extends string>(member: string, allowed: readonly T[]): T[] | undefined {
    const texts = this.optionalStringList(member);
    const found = texts?.flatMap((text) => allowed.filter((candidate) => candidate === text));
    if (found?.length === texts?.length) return found;
    const set = `Member must satisfy constraint: [Member must satisfy enum value set: [${allowed.join(', ')}]]`;
    throw violates(this.at(member), set, `[${(texts ?? []).join(', ').slice(0, 128)}]`);
  }

  private optionalList(member: string, max: number): unknown[] | undefined {
    if (this.get(member) === undefined) return undefined;
    const items = this.list(member);
    if (items.length > max) throw violates(this.at(member), bound('length less', max));
    return items;
  }

  private list(member: string): unknown[] {
    const value = this.get(member) ?? [];
    if (!Array.isArray(value)) throw wrongType(value, 'a List');
    return value;
  }

  /** A member's name as AWS's messages spell it. */
  private at(member: string): string {
    return this.path + member.charAt(0).toLowerCase() + member.slice(1);
  }

  private get(member: string): unknown {
    const value = Object.hasOwn(this.members, member) ? this.members[member] : undefined;
    return value ?? undefined;
  }
}

/** Reads a structure `{ Name, Value? }`. */
export function namedValue(structure: unknown): NamedValue {
  const attribute = new Input(structure);
  return {
    name: attribute.string('Name', { min: 1, max: 32 }),
    value: attribute.optionalString('Value', { max: 2048 }) ?? '',
  };
}

/** Reads a value that a flow or challenge requires. */
export function required(values: ReadonlyMap<string, string>, name: string): string {
  const value = values.get(name);
  if (value) return value;
  throw invalidParameter(`Missing required parameter ${name}`);
}

/** Refuses a new password that Cognito's model refuses before the pool's policy is asked. */
export function checkPasswordModel(member: string, password: string): void {
  checkBounds(member, password, PASSWORD);
}

function stringOf(value: unknown): string {
  if (typeof value !== 'string') throw wrongType(value, 'a String');
  checkBounds('value', value, {});
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
