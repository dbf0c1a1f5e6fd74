import { performance } from 'node:perf_hooks';
import { APP_CLIENT_IDS, DEMO_PEOPLE } from '../../local/seed/identities.ts';
import { clientKey, proveBySrp } from '../../local/user-pool/testing/srp-client.ts';
import type { SrpChallenge } from '../../local/user-pool/testing/srp-client.ts';
import { callCognito } from './cognito-calls.ts';

/** Signs somebody in; resolves to the milliseconds that the server's answers took, without what the client computes. */
export type SignIn = () => Promise<number>;

/** Who signs in where. */
export interface Account {
  url: string;
  clientId: string;
  username: string;
  password: string;
}

interface Answer {
  AuthenticationResult?: { AccessToken?: string };
}

/** The demo reader of a stand-in. */
export function readerOf(url: string, client: 'presspass-web' | 'presspass-cli'): Account {
  const [, { email: username, password }] = DEMO_PEOPLE;
  return { url, clientId: APP_CLIENT_IDS[client], username, password };
}

/** USER_PASSWORD_AUTH: one request. */
export function byPassword({ url, clientId, username, password }: Account): SignIn {
  const input = {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: clientId,
    AuthParameters: { USERNAME: username, PASSWORD: password },
  };
  return async () => {
    const { answer, ms } = await timed(() => callCognito<Answer>(url, 'InitiateAuth', input));
    expectTokens(answer);
    return ms;
  };
}

/**
 * USER_SRP_AUTH, as Amplify signs in: two requests. Many at once share one client thread, so that there an answer may wait until the
 * client has computed somebody else's proof.
 */
export function bySrp({ url, clientId, username, password }: Account): SignIn {
  const input = {
    AuthFlow: 'USER_SRP_AUTH',
    ClientId: clientId,
    AuthParameters: { USERNAME: username, SRP_A: clientKey },
  };
  return async () => {
    const challenge = await timed(() => callCognito<SrpChallenge>(url, 'InitiateAuth', input));
    const response = {
      ClientId: clientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: proveBySrp(challenge.answer, password),
    };
    const proof = await timed(() => callCognito<Answer>(url, 'RespondToAuthChallenge', response));
    expectTokens(proof.answer);
    return challenge.ms + proof.ms;
  };
}

async function timed<Output>(call: () => Promise<Output>): Promise<{ answer: Output; ms: number }> {
  const sentAt = performance.now();
  const answer = await call();
  return { answer, ms: performance.now() - sentAt };
}

function expectTokens({ AuthenticationResult }: Answer): void {
  if (!AuthenticationResult?.AccessToken) throw new Error('There is no access token.');
}
