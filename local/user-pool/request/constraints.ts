import { cognitoError, invalidParameter } from '../cognito-error.ts';

/** The bounds that Cognito's model sets on a string. */
export interface StringBounds {
  min?: number;
  max?: number;
  pattern?: RegExp;
  /** The pattern in AWS's words, where ours is written otherwise. */
  patternShown?: string;
  /** Set where the value must not be repeated in the answer. */
  secret?: true;
}

/** Throws InvalidParameterException in the words of AWS's model validation. */
export function checkBounds(member: string, value: string, bounds: StringBounds): void {
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

/** `Member must have length less than or equal to 128`. */
export function bound(what: string, limit: number): string {
  return `Member must have ${what} than or equal to ${String(limit)}`;
}

/** The refusal of a value that is missing or that the model does not allow; `shown` is repeated in it. */
export function violates(member: string, constraint: string, shown?: string): Error {
  const name = member.charAt(0).toLowerCase() + member.slice(1);
  const value = shown === undefined ? 'Value' : `Value '${shown}'`;
  return invalidParameter(
    `1 validation error detected: ${value} at '${name}' failed to satisfy constraint: ${constraint}`,
  );
}

/** The refusal of a request without a member that the model requires. */
export function missing(member: string): Error {
  return violates(member, 'Member must not be null');
}

/** The refusal of a value of another type. */
export function wrongType(value: unknown, wanted: string): Error {
  const given = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
  return cognitoError(
    'SerializationException',
    `${given.toUpperCase()}_VALUE can not be converted to ${wanted}`,
  );
}
