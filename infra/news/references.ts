import { WrongDefinition } from '../wrong-definition.ts';

/**
 * What the `${…}` of the contracts' authorizers stand for, by name. Undefined for what this deployment does not have,
 * which then drops out of the lists that name it.
 */
export type References<Value = string> = Readonly<Record<string, Value | undefined>>;

/** The value of `${Name}`. Throws `WrongDefinition` for a name that nothing is known of, and for a text that is no reference. */
export function referred<Value>(text: string, references: References<Value>): Value | undefined {
  const name = /^\$\{(\w+)\}$/.exec(text)?.[1];
  if (name !== undefined && Object.hasOwn(references, name)) return references[name];
  const known = Object.keys(references).map((one) => `\${${one}}`);
  throw new WrongDefinition(
    `Nothing is known of ${text} in an authorizer of the contract; there are ${known.join(', ')}.`,
  );
}

/** The values of a list of references, without those that this deployment does not have. */
export function allReferred<Value>(
  texts: readonly string[],
  references: References<Value>,
): Value[] {
  return texts.map((text) => referred(text, references)).filter((value) => value !== undefined);
}
