import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CognitoError } from './cognito-error.ts';
import { operations } from './operations.ts';
import { breaksOf } from './testing/breaks.ts';
import type { Break } from './testing/breaks.ts';
import { modelOf } from './testing/cognito-model.ts';
import type { OperationModel } from './testing/cognito-model.ts';
import { KeptState } from './testing/kept-state.ts';
import { Stage } from './testing/stage.ts';
import { validRequests } from './testing/valid-requests.ts';
import type { Request, ValidRequest } from './testing/valid-requests.ts';

let stage: Stage;
let state: KeptState;

before(async () => {
  stage = await Stage.open();
  state = new KeptState(stage.test.folder);
});

after(() => {
  state.close();
  stage.test.close();
});

test('the requests that succeed are those of the emulated operations', () => {
  assert.deepEqual(Object.keys(validRequests).sort(), [...operations.keys()].sort());
});

for (const name of operations.keys()) {
  const examples = validRequests[name] ?? [];
  for (const [index, example] of examples.entries()) {
    const what = examples.length > 1 ? `${name} (${String(index + 1)})` : name;
    test(`${what}: every broken request is refused in AWS's terms, and changes nothing`, () =>
      breakIt(name, example));
  }
}

async function breakIt(operation: string, example: ValidRequest): Promise<void> {
  const model = modelOf(operation);
  const complaints: string[] = [];
  let request = await example(stage);
  for (const broken of breaksOf(model, request)) {
    const input = broken.apply(request);
    const refusal = await state.unchangedBy(() => refusalOf(operation, input));
    const complaint = complaintAbout(refusal, broken, model, request);
    if (complaint) complaints.push(`${broken.what} → ${complaint}`);
    if (!refusal) request = await example(stage);
  }
  assert.equal(complaints.join('\n'), '');
  await stage.test.perform(operation, await example(stage));
}

/** How the operation refuses; undefined when it does not. Whatever else is thrown is a defect, which AWS would answer with 500. */
async function refusalOf(operation: string, input: unknown): Promise<CognitoError | undefined> {
  try {
    await stage.test.perform(operation, input);
    return undefined;
  } catch (error) {
    // The refusal is what the test asks for.
    if (error instanceof CognitoError) return error;
    throw error;
  }
}

/** What AWS would do otherwise; undefined when it would do the same, as far as its model tells. */
function complaintAbout(
  refusal: CognitoError | undefined,
  { expected }: Break,
  { faults }: OperationModel,
  request: Request,
): string | undefined {
  if (!refusal) return expected === 'anything' ? undefined : `accepted, not ${expected}`;
  const { type, message, status } = refusal;
  const said = `${type}: ${message.slice(0, 200)}`;
  if (expected.endsWith('Exception') && type !== expected) return `${said}, not ${expected}`;
  // What no JSON reader can read is no operation's own fault, so no operation lists it.
  if (type !== 'SerializationException' && !faults.has(type))
    return `${said}, which it cannot throw`;
  if (status !== 400) return `${said}, with status ${String(status)}`;
  if (message.length > 1000) return `${said}…, which is too long`;
  const repeated = [...secretsIn(request), 'eyJ'].some((text) => message.includes(text));
  return repeated ? `${said}, which tells a secret` : undefined;
}

const secret = /password|token|code|session|secret|srp|signature|hash/i;

/** The texts in a request that no answer may repeat. */
function secretsIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return secret.test(name) && value.length > 3 ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => secretsIn(inner, key));
}
