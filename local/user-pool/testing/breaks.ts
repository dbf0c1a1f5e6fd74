import type { Kind, Member, OperationModel } from './cognito-model.ts';
import type { Request } from './valid-requests.ts';

/** One way of breaking a request that succeeds. */
export interface Break {
  readonly what: string;
  readonly apply: (request: Request) => unknown;
  /** `refused`: by any fault the operation lists; `anything`: also accepted, where AWS leaves it open. */
  readonly expected:
    'SerializationException' | 'InvalidParameterException' | 'refused' | 'anything';
}

const deep = JSON.parse('['.repeat(2000) + ']'.repeat(2000)) as unknown;
const pollution = JSON.parse(
  '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}',
) as unknown;
const huge = 'x'.repeat(2 ** 20);

/** Values of one kind each; `deep` and `pollution` are a list and a map. */
const ofKind: Record<Exclude<Kind, 'other'>, readonly unknown[]> = {
  string: ['text'],
  number: [7, -1, 1e308],
  boolean: [true],
  list: [[], [null], deep, Array.from({ length: 10_000 }, () => 'x')],
  map: [{}, { a: 1 }, pollution],
  structure: [],
};

/** Texts that nothing allows to be refused by a defect. */
const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'a\r\nX-Injected: b',
  '\u001b[31m',
  '\ud800',
  '\u202eedoc',
  '😀'.repeat(40),
  "' OR 1=1 --",
  '__proto__',
  'constructor',
  '../../etc/passwd',
  'null',
];

/** Every way of breaking `request` that its model gives rise to. */
export function* breaksOf(model: OperationModel, request: Request): Generator<Break> {
  yield* breaksOfWhole();
  for (const member of model.members) {
    yield* absences(member);
    yield* wrongKinds(member);
    if (member.kind === 'string') yield* texts(member);
    if (member.kind === 'number') yield* numbers(member);
    const value = request[member.name];
    if (typeof value === 'object' && value !== null) yield* innerBreaks(member, value);
  }
}

function* breaksOfWhole(): Generator<Break> {
  for (const value of [null, 'text', 7, true, []]) {
    const expected = 'SerializationException';
    yield { what: `${JSON.stringify(value)} as the whole`, apply: () => value, expected };
  }
  const inherited = (request: Request): unknown =>
    JSON.parse(`{"__proto__":${JSON.stringify(request)}}`);
  yield { what: 'all members in __proto__', apply: inherited, expected: 'anything' };
  const stuffed = (request: Request): unknown => ({ ...request, Unknown: pollution });
  yield { what: 'an unknown member', apply: stuffed, expected: 'anything' };
}

function* absences({ name, isRequired }: Member): Generator<Break> {
  const expected = isRequired ? 'InvalidParameterException' : 'anything';
  const without = (request: Request): Request =>
    Object.fromEntries(Object.entries(request).filter(([key]) => key !== name));
  yield { what: `${name} missing`, apply: without, expected };
  yield { ...replacing(name, null), expected };
}

function* wrongKinds({ name, kind }: Member): Generator<Break> {
  if (kind === 'other') return;
  const record = kind === 'map' || kind === 'structure';
  for (const [other, values] of Object.entries(ofKind)) {
    if (other === kind || (record && other === 'map')) continue;
    for (const value of values) {
      yield { ...replacing(name, value), expected: 'SerializationException' };
    }
  }
}

function* texts({ name, isRequired }: Member): Generator<Break> {
  for (const text of hostileTexts) {
    const expected = isRequired && text === '' ? 'refused' : 'anything';
    yield { ...replacing(name, text), expected };
  }
  yield { ...replacing(name, huge), expected: 'InvalidParameterException' };
}

function* numbers({ name }: Member): Generator<Break> {
  for (const number of [-1, 1e308, 2 ** 53]) {
    yield { ...replacing(name, number), expected: 'refused' };
  }
  yield { ...replacing(name, 1.5), expected: 'anything' };
}

/** Breaks what is inside a list, a map or a structure. */
function* innerBreaks({ name }: Member, value: object): Generator<Break> {
  const isList = Array.isArray(value);
  for (const key of Object.keys(value)) {
    for (const inner of [null, 7, true, [], {}, deep, pollution, huge, ...hostileTexts]) {
      const apply = (request: Request): Request => {
        const changed = { ...(request[name] as object), [key]: inner };
        return { ...request, [name]: isList ? Object.values(changed) : changed };
      };
      yield { what: `${name}.${key}: ${shown(inner)}`, apply, expected: 'anything' };
    }
  }
  const many = isList
    ? Array.from({ length: 10_000 }, () => value[0] as unknown)
    : Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`k${String(index)}`, 'x']));
  yield { ...replacing(name, many), expected: 'anything' };
}

const replacing = (name: string, value: unknown): Pick<Break, 'what' | 'apply'> => ({
  what: `${name}: ${shown(value)}`,
  apply: (request) => ({ ...request, [name]: value }),
});

function shown(value: unknown): string {
  const short: unknown =
    typeof value === 'string' || Array.isArray(value) ? value.slice(0, 60) : value;
  return JSON.stringify(short).slice(0, 60);
}
