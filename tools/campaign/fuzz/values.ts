import type { Random } from '../random.ts';
import type { Shape } from '../shape.ts';
import { anyNumber, anyText } from './texts.ts';

/** Values that mean something to the stand-in, by the name of the member. */
export type Dictionary = (name: string, random: Random) => string | undefined;

/** Makes a value of a shape: mostly the right one, with words that mean something where there are some. */
export function valueOf(
  shape: Shape,
  random: Random,
  words: Dictionary,
  name = '',
  depth = 0,
): unknown {
  const inner = (of: Shape, its: string): unknown => valueOf(of, random, words, its, depth + 1);
  switch (shape.kind) {
    case 'text':
      return textOf(shape.choices, random, words, name);
    case 'number':
      return random.happens(0.7) ? random.below(100) : anyNumber(random);
    case 'boolean':
      return random.happens(0.5);
    case 'bytes':
      return Buffer.from(anyText(random)).toString('base64');
    case 'list':
      return depth > 5
        ? []
        : Array.from({ length: random.below(4) }, () => inner(shape.of(), name));
    case 'map':
      return depth > 5 ? {} : mapOf((key) => inner(shape.of(), key), random, words, name);
    case 'union': {
      const { name: its, shape: of } = random.pick(shape.members);
      return { [its]: depth > 5 ? true : inner(of(), its) };
    }
    case 'structure':
      return structureOf(shape.members, random, depth, inner);
    case 'anything':
      return anyValue(random, depth);
  }
}

function textOf(
  choices: readonly string[] | undefined,
  random: Random,
  words: Dictionary,
  name: string,
): string {
  if (choices && random.happens(0.85)) return random.pick(choices);
  const known = random.happens(0.93) ? words(name, random) : undefined;
  return known ?? anyText(random);
}

function mapOf(
  value: (key: string) => unknown,
  random: Random,
  words: Dictionary,
  name: string,
): Record<string, unknown> {
  const keys = Array.from(
    { length: random.below(5) },
    () => words(`${name} key`, random) ?? anyText(random),
  );
  // Not by assignment: a key may be __proto__.
  return Object.fromEntries(keys.map((key) => [key, value(key)]));
}

function structureOf(
  members: (Shape & { kind: 'structure' | 'union' })['members'],
  random: Random,
  depth: number,
  inner: (of: Shape, its: string) => unknown,
): Record<string, unknown> {
  const optional = depth > 4 ? 0 : random.pick([0, 0.2, 0.5]);
  const chosen = members.filter(({ isRequired }) => random.happens(isRequired ? 0.98 : optional));
  return Object.fromEntries(chosen.map(({ name, shape }) => [name, inner(shape(), name)]));
}

/** A value of any kind that JSON can hold, deep ones among them. */
function anyValue(random: Random, depth = 0): unknown {
  const kind = random.below(depth > 4 ? 5 : 8);
  if (kind < 2) return anyText(random);
  if (kind === 2) return anyNumber(random);
  if (kind === 3) return random.happens(0.5);
  if (kind === 4) return null;
  if (kind === 5) return deep(random);
  const values = Array.from({ length: random.below(5) }, () => anyValue(random, depth + 1));
  return kind === 6 ? values : Object.fromEntries(values.map((value) => [anyText(random), value]));
}

function deep(random: Random): unknown {
  let value: unknown = random.pick<unknown>([null, 1, 'x', {}, []]);
  const levels = random.pick([3, 3, 3, 30, 30, 30, 300, 3000]);
  const isList = random.happens(0.5);
  for (let level = 0; level < levels; level++) value = isList ? [value] : { a: value };
  return value;
}

/** Breaks a value in one place. */
export function broken(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random.happens(0.15)) return anyValue(random);
  const entries: [string, unknown][] = Object.entries(value);
  if (entries.length === 0 || random.happens(0.1)) {
    entries.push([anyText(random), anyValue(random)]);
  } else {
    const at = random.below(entries.length);
    const [key, old] = entries[at] ?? ['', undefined];
    if (random.happens(0.2)) entries.splice(at, 1);
    else entries[at] = [random.happens(0.1) ? anyText(random) : key, broken(old, random)];
  }
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}
