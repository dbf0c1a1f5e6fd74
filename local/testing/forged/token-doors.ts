import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { APP_CLIENT_IDS, DEMO_PEOPLE, PEOPLE_POOL_ID } from '../../seed/identities.ts';
import { startStandIn } from '../../stand-in.ts';
import type { StandIn } from '../../stand-in.ts';
import { callCognito } from '../sign-in.ts';
import { signingKeysIn } from '../signing-keys.ts';
import type { SigningKeys } from '../signing-keys.ts';
import type { TokenParts } from './token-parts.ts';

/** A place that takes tokens. Tests only. */
export interface TokenDoor {
  readonly name: string;
  /** A token that it takes. */
  readonly parts: TokenParts;
  /** `in`, `REFUSED`, or what else it answers. */
  readonly knock: (token: string) => Promise<string>;
}

/** The refusal that every door should give, in its own words. */
export const REFUSED = '401 Unauthorized';

/** A stand-in whose keys are known, and an editor's tokens with the scope that userInfo wants, as a sign-in at the domain would bring it. */
export class TokenDoors {
  readonly all: readonly TokenDoor[];
  /** Of the client without rotation. */
  readonly refreshToken: string;
  private readonly folder: string;
  private readonly standIn: StandIn;

  private constructor(
    folder: string,
    standIn: StandIn,
    refreshToken: string,
    { id, access }: Record<'id' | 'access', TokenParts>,
  ) {
    this.folder = folder;
    this.standIn = standIn;
    this.refreshToken = refreshToken;
    const at = (method: string, path: string) => (token: string) =>
      throughGateway(standIn.url + path, method, token);
    this.all = [
      { name: 'the REST API, ID token', parts: id, knock: at('GET', '/api/me') },
      { name: 'the REST API, access token', parts: access, knock: at('POST', '/api/news') },
      { name: 'the HTTP API, ID token', parts: id, knock: at('GET', '/http-api/me') },
      // Of its two pools only the machines' may publish there; without scopes an access token passes.
      { name: 'the HTTP API, access token', parts: access, knock: at('GET', '/http-api/me') },
      { name: 'GetUser', parts: access, knock: (token) => getUser(standIn.url, token) },
      { name: 'userInfo', parts: access, knock: (token) => userInfo(standIn.url, token) },
    ];
  }

  static async open(): Promise<TokenDoors> {
    const folder = mkdtempSync(join(tmpdir(), 'presspass-forged-'));
    const standIn = await startStandIn({ folder, port: 0, articles: 'none' });
    const { IdToken, AccessToken, RefreshToken } = await editorsTokens(standIn.url);
    const keys = keysIn(folder, PEOPLE_POOL_ID);
    const access = partsOf(AccessToken, keys.access);
    const scope = 'aws.cognito.signin.user.admin openid';
    const claims = { ...access.claims, scope };
    const parts = { id: partsOf(IdToken, keys.id), access: { ...access, claims } };
    return new TokenDoors(folder, standIn, RefreshToken, parts);
  }

  get url(): string {
    return this.standIn.url;
  }

  /** The private keys of a pool. */
  keysOf(poolId: string): SigningKeys {
    return keysIn(this.folder, poolId);
  }

  async close(): Promise<void> {
    await this.standIn.close();
    rmSync(this.folder, { recursive: true });
  }
}

/** From where the stand-in keeps them. */
const keysIn = (folder: string, poolId: string): SigningKeys =>
  signingKeysIn(folder)[poolId] ?? assert.fail(poolId);

type IssuedTokens = Readonly<Record<'IdToken' | 'AccessToken' | 'RefreshToken', string>>;

async function editorsTokens(url: string): Promise<IssuedTokens> {
  const [{ email, password }] = DEMO_PEOPLE;
  const response = await callCognito(url, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: APP_CLIENT_IDS['presspass-cli'],
    AuthParameters: { USERNAME: email, PASSWORD: password },
  });
  const { AuthenticationResult } = (await response.json()) as {
    AuthenticationResult: IssuedTokens;
  };
  return AuthenticationResult;
}

function partsOf(token: string, jwk: JsonWebKey): TokenParts {
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return { header: decodeProtectedHeader(token), claims: decodeJwt(token), key };
}

/** Cognito's pattern for access tokens. */
const PATTERN = /^[A-Za-z0-9-_=.]+$/;
/** What can be behind `Authorization: Bearer` (RFC 6750, 2.1). */
const BEARER = /^[\w.~+/=-]+$/;

async function throughGateway(url: string, method: string, token: string): Promise<string> {
  const response = await fetch(url, { method, headers: { Authorization: token } });
  const { message = '' } = (await response.json()) as { message?: string };
  // Whoever gets in is told who they are, or what is wrong with an empty story.
  return [200, 400].includes(response.status) ? 'in' : `${String(response.status)} ${message}`;
}

async function getUser(url: string, AccessToken: string): Promise<string> {
  const response = await callCognito(url, 'GetUser', { AccessToken });
  const { __type: type = '' } = (await response.json()) as { __type?: string };
  if (response.status === 200) return 'in';
  const refusal = PATTERN.test(AccessToken)
    ? 'NotAuthorizedException'
    : 'InvalidParameterException';
  return type === refusal ? REFUSED : `${String(response.status)} ${type}`;
}

async function userInfo(url: string, token: string): Promise<string> {
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(`${url}/oauth2/userInfo`, { headers });
  const { error = '' } = (await response.json()) as { error?: string };
  if (response.status === 200) return 'in';
  const answer = `${String(response.status)} ${error}`;
  const refusal = BEARER.test(token) ? '401 invalid_token' : '400 invalid_request';
  return answer === refusal ? REFUSED : answer;
}
