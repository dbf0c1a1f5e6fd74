/** Where Karma passes requests on to the stand-in, as karma.conf.js says. */
const base = new URL('/stand-in/', location.origin).href;

interface Outputs {
  readonly auth: { readonly user_pool_client_id: string };
  readonly custom: { readonly local: object };
}

/** AWS on this machine, beside the specs. */
export interface StandIn {
  /** Where its pool and its APIs are: an address of the specs' own origin, ending in a slash. */
  readonly base: string;
  /** What the app would be configured with. */
  readonly outputs: Outputs;
  /** Performs an operation of Cognito, as another device would. Rejects with what Cognito calls the problem. */
  perform(operation: string, input: object): Promise<unknown>;
  /** Moves its time forward; the browser's stays. */
  advanceClock(seconds: number): Promise<void>;
  /** The code that was e-mailed last. */
  latestCode(email: string): Promise<string>;
}

/** The stand-in that `npm run test:app` starts; `null` where the specs run without one. */
export async function findStandIn(): Promise<StandIn | null> {
  const answer = await fetch(`${base}amplify_outputs.json`);
  if (!answer.ok) return null;
  const outputs = (await answer.json()) as Outputs;
  const local = { ...outputs.custom.local, endpoint: base };
  return {
    base,
    outputs: { ...outputs, custom: { local } },
    perform,
    async advanceClock(advanceSeconds) {
      await post('clock', { advanceSeconds });
    },
    async latestCode(email) {
      const mails = await fetch(`${base}mailbox.json?to=${encodeURIComponent(email)}`);
      const [latest] = (await mails.json()) as { readonly code?: string }[];
      return latest?.code ?? '';
    },
  };
}

/** What specs say that want a stand-in and find none. */
export const noStandIn =
  'There is no stand-in here: run `npm run test:app`, or `PRESSPASS_STAND_IN=http://localhost:4300 ng test`.';

async function perform(operation: string, input: object): Promise<unknown> {
  return post('', input, {
    'Content-Type': 'application/x-amz-json-1.1',
    'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
  });
}

async function post(path: string, body: object, headers = {}): Promise<unknown> {
  const answer = await fetch(base + path, { method: 'POST', body: JSON.stringify(body), headers });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}
