import { randomBytes, randomUUID } from 'node:crypto';
import { managedLoginPaths } from '../../contract/identities.ts';
import { ask, jsonIn } from '../remote/asking.ts';
import type { Answer } from '../remote/asking.ts';
import type { Configuration } from '../remote/configuration.ts';
import { oneLine } from '../wire/plain-text.ts';
import { messageIn } from './answer-words.ts';
import { ok, problem } from './finding.ts';
import type { Finding, Findings } from './finding.ts';

/** Whether the pool that the app is configured with is there, and its app client as a browser needs it. */
export async function* lookAtPool(configuration: Configuration, origin: URL): Findings {
  yield lookForSecrets(configuration);
  const keys = await ask(keysOf(configuration));
  if (!Array.isArray(jsonIn(keys)?.['keys'])) {
    yield problem(
      `The pool ${configuration.poolId} shows no keys (${keys.status} at ${keys.url.href}): no gateway can verify its tokens.`,
      'Was the pool deleted, or is amplify_outputs.json of an older deployment? Deploy again.',
    );
    return;
  }
  yield ok(`The user pool ${configuration.poolId} is there, and so are its public keys.`);
  yield await lookAtClient(configuration);
  yield* lookAtDomain(configuration, origin);
}

/** Where a pool's public keys are: https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html */
export const keysOf = ({ endpoint, poolId }: Pick<Configuration, 'endpoint' | 'poolId'>): URL =>
  new URL(`/${poolId}/.well-known/jwks.json`, endpoint);

/** A text and whether it is the name of a member, each text once: a pattern for the whole would try long ones over and over. */
const textsInJson = /"((?:[^"\\]|\\.)*)"(\s*:)?/g;

/** Everybody reads this file: nothing in it may be called a secret or look like one of Cognito's or AWS's. */
function lookForSecrets({ text }: Configuration): Finding {
  const names = [...text.matchAll(textsInJson)].map(([, one = '', colon]) => (colon ? one : ''));
  const name = names.find((one) => /secret|private_?key|access_?key/i.test(one));
  const value = /"(?:AKIA|ASIA)[A-Z\d]{16}"|"[a-z\d]{45,}"/.test(text)
    ? 'a value like one'
    : undefined;
  const found = name ?? value;
  if (found === undefined)
    return ok('amplify_outputs.json names pool and client, and holds no secret.');
  return problem(
    `amplify_outputs.json, which everybody can read, holds a secret: ${oneLine(found).slice(0, 100)}.`,
    'Take it out and deploy; then make another secret, since this one is known.',
  );
}

/**
 * A sign-in of nobody, as Amplify begins it. What the client refuses, it refuses before it looks at who that is; and with
 * PreventUserExistenceErrors it answers as for somebody: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
 */
async function lookAtClient({ endpoint, clientId }: Configuration): Promise<Finding> {
  const answer = await ask(new URL('/', endpoint), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    },
    body: JSON.stringify({
      AuthFlow: 'USER_SRP_AUTH',
      ClientId: clientId,
      AuthParameters: {
        USERNAME: `nobody-${randomUUID()}@presspass.test`,
        SRP_A: `1${randomBytes(380).toString('hex')}`,
      },
    }),
  });
  if (answer.status === 200) {
    return ok('Its app client takes sign-ins from a browser, and does not say who has an account.');
  }
  return clientTrouble(clientId, answer);
}

const clientTroubles: [words: RegExp, text: string, advice: string][] = [
  [
    /SECRET_HASH/,
    'has a secret, which a browser cannot keep',
    'Use an app client without one; a secret cannot be taken away from a client.',
  ],
  [
    /USER_SRP_AUTH.*not enabled|flow not enabled/i,
    'does not allow ALLOW_USER_SRP_AUTH, by which Amplify signs in',
    'Allow it in the app client’s authentication flows.',
  ],
  [
    /client \S* ?does not exist/i,
    'does not exist in this pool',
    'Is amplify_outputs.json of an older deployment? Deploy again.',
  ],
  [
    /User does not exist/,
    'tells strangers who has an account and who does not',
    'Set PreventUserExistenceErrors to ENABLED.',
  ],
];

function clientTrouble(clientId: string, answer: Answer): Finding {
  const said = messageIn(answer);
  const trouble = clientTroubles.find(([words]) => words.test(said));
  if (trouble) return problem(`The app client ${clientId} ${trouble[1]}.`, trouble[2]);
  return problem(
    `The app client ${clientId} takes no sign-in: ${answer.status} “${said}”.`,
    'Look the message up in docs/why-401.md, and at the app client’s settings.',
  );
}

/** Asks the pool's domain for its sign-in page as the app does, and sees whether it would come back to this origin. */
async function* lookAtDomain(
  { domain, clientId, callbackUrls, isStandIn }: Configuration,
  origin: URL,
): Findings {
  if (!domain) return;
  const own = new URL(managedLoginPaths.callback, origin).href;
  // The stand-in knows one address, and takes any port of this machine in its place.
  const callback = isStandIn ? callbackUrls[0] : own;
  if (callback === undefined || !(isStandIn || callbackUrls.includes(own))) {
    yield problem(
      `The pool’s own sign-in page does not know ${own}, so nobody comes back from it; and there are no passkeys.`,
      'Deploy again: the first deployment did not know the app’s address yet. npm run deploy',
    );
    return;
  }
  const address = new URL('/oauth2/authorize', domain);
  address.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callback,
    scope: 'openid',
    state: randomUUID(),
    code_challenge: randomBytes(32).toString('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  yield domainFinding(await ask(address), domain, callback);
}

function domainFinding({ status, headers }: Answer, domain: URL, callback: string): Finding {
  const target = headers.get('location') ?? '';
  if (status === 302 && !/[?&]error=/.test(target)) {
    return ok(`The pool’s own sign-in page at ${domain.host} knows the way back to the app.`);
  }
  const error = /[?&]error=([\w-]+)/.exec(target)?.[1];
  return problem(
    `The pool’s own sign-in page at ${domain.host} does not take ${callback} (${error ?? status}).`,
    'It is compared to the letter with the app client’s callback URLs. Deploy again: npm run deploy',
  );
}
