import { cognitoError, invalidParameter } from './cognito-error.ts';

/** The bounds that Cognito's model sets on a string. */
interface StringBounds {
  min?: number;
  max?: number;
  pattern?: RegExp;
  /** The pattern in AWS's words, where ours is written otherwise. */
  patternShown?: string;
  /** Set where the value must not be repeated in the answer. */
  secret?: true;
}

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

  constructor(body: unknown) {
    if (!isRecord(body)) throw wrongType(body, 'a structure');
    this.members = body;
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

  password(member: string): string {
    return this.string(member, PASSWORD);
  }

  token(member: string): string {
    return this.string(member, TOKEN);
  }

  /** The session of a challenge; its text is secret. */
  session(): string | undefined {
    return this.optionalString('Session', { min: 20, max: 2048, secret: true });
  }

  confirmationCode(member = 'ConfirmationCode'): string {
    return this.string(member, { min: 1, max: 2048, pattern: /^\S+$/, secret: true });
  }

  string(member: string, bounds: StringBounds = {}): string {
    const value = this.optionalString(member, bounds);
    if (value === undefined) throw violates(member, 'Member must not be null');
    return value;
  }

  optionalString(member: string, bounds: StringBounds = {}): string | undefined {
    const value = this.get(member);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw wrongType(value, 'a String');
    checkBounds(member, value, bounds);
    return value;
  }

  oneOf<T extends string>(member: string, allowed: readonly T[]): T {
    const value = this.string(member);
    const found = allowed.find((candidate) => candidate === value);
    if (found) return found;
    const set = `Member must satisfy enum value set: [${allowed.join(', ')}]`;
    throw violates(member, set, value.slice(0, 64));
  }

  /** A whole number between `min` and `max`, both included. */
  optionalInteger(member: string, min: number, max: number): number | undefined {
    const value = this.get(member);
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !Number.isInteger(value)) throw wrongType(value, 'an Integer');
    if (value > max) throw violates(member, bound('value less', max), String(value));
    if (value < min) throw violates(member, bound('value greater', min), String(value));
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
    return value === undefined ? undefined : new Input(value);
  }

  /** A map of strings; empty when it is missing. */
  strings(member: string): ReadonlyMap<string, string> {
    const value = this.get(member);
    if (value === undefined) return new Map();
    if (!isRecord(value)) throw wrongType(value, 'a Map');
    const present = Object.entries(value).filter(([, text]) => text !== null);
    return new Map(present.map(([name, text]) => [name, stringOf(text)]));
  }

  /** A list of `{ Name, Value? }`; empty when it is missing. */
  namedValues(member: string): NamedValue[] {
    return this.list(member).map((item) => {
      const attribute = new Input(item);
      return {
        name: attribute.string('Name', { min: 1, max: 32 }),
        value: attribute.optionalString('Value', { max: 2048 }) ?? '',
      };
    });
  }

  /** A list of strings; undefined when it is missing. */
  optionalStringList(member: string): string[] | undefined {
    return this.get(member) === undefined ? undefined : this.list(member).map(stringOf);
  }

  private list(member: string): unknown[] {
    const value = this.get(member) ?? [];
    if (!Array.isArray(value)) throw wrongType(value, 'a List');
    return value;
  }

  private get(member: string): unknown {
    const value = Object.hasOwn(this.members, member) ? this.members[member] : undefined;
    return value ?? undefined;
  }
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

function checkBounds(member: string, value: string, bounds: StringBounds): void {
  const shown = bounds.secret || value.length > 128 ? undefined : value;
  if (value.length > (bounds.max ?? 131_072)) {
    throw violates(member, bound('length less', bounds.max ?? 131_072), shown);
  }
  if (value.length < (bounds.min ?? 0)) {
    throw violates(member, bound('length greater', bounds.min ?? 0), shown);
  }
  if (bounds.pattern && !bounds.pattern.test(value)) {
    const pattern = `Member must satisfy regular expression pattern: ${bounds.patternShown ?? bounds.pattern.source.slice(1, -1)}`;
    throw violates(member, pattern, shown);
  }
}

function bound(what: string, limit: number): string {
  return `Member must have ${what} than or equal to ${String(limit)}`;
}

function violates(member: string, constraint: string, shown?: string): Error {
  const name = member.charAt(0).toLowerCase() + member.slice(1);
  const value = shown === undefined ? 'Value' : `Value '${shown}'`;
  return invalidParameter(
    `1 validation error detected: ${value} at '${name}' failed to satisfy constraint: ${constraint}`,
  );
}

function wrongType(value: unknown, wanted: string): Error {
  const given = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
  return cognitoError(
    'SerializationException',
    `${given.toUpperCase()}_VALUE can not be converted to ${wanted}`,
  );
}

function stringOf(value: unknown): string {
  if (typeof value !== 'string') throw wrongType(value, 'a String');
  checkBounds('value', value, {});
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
