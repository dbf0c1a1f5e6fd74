import assert from 'node:assert/strict';
import { createDiffieHellmanGroup } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { CognitoError } from './cognito-error.ts';
import { operations } from './operations.ts';
import { modelOf } from './testing/cognito-model.ts';
import {
  PASSWORD,
  POOL,
  closedPool,
  openClient,
  otherThan,
  passwordAuth,
  rotatingClient,
} from './testing/pool-under-test.ts';
import type { Tokens } from './testing/pool-under-test.ts';
import { Stage, freeClient, secretClient } from './testing/stage.ts';
import { validRequests } from './testing/valid-requests.ts';
import type { Request } from './testing/valid-requests.ts';

let stage: Stage;

before(async () => {
  stage = await Stage.open();
});

after(() => {
  stage.test.close();
});

const takes = (member: string): string[] =>
  [...operations.keys()].filter((name) =>
    modelOf(name).members.some((known) => known.name === member),
  );

/** A request that would succeed, with some of its members replaced. */
async function spoilt(operation: string, members: Request): Promise<Request> {
  const [valid] = validRequests[operation] ?? [];
  assert.ok(valid, operation);
  return { ...(await valid(stage)), ...members };
}

/** The type of a refusal that the operation may answer with; fails for any answer, above all one with tokens. */
async function refusedType(operation: string, input: unknown): Promise<string> {
  try {
    // As it comes from JSON: a member that is undefined is not there.
    const received: unknown = JSON.parse(JSON.stringify(input));
    const answer = await stage.test.perform(operation, received);
    return assert.fail(`${operation} is not refused: ${Object.keys(answer).join()}`);
  } catch (error) {
    // The refusal is what the test asks for.
    if (!(error instanceof CognitoError)) throw error;
    assert.ok(modelOf(operation).faults.has(error.type), `${operation}: ${error.type}`);
    return error.type;
  }
}

describe('an access token is taken only when it is one', () => {
  const part = (token: string, index: number): string => token.split('.')[index] ?? '';
  const encoded = (content: object): string =>
    Buffer.from(JSON.stringify(content)).toString('base64url');

  function tampered(token: string): string {
    const claims = JSON.parse(Buffer.from(part(token, 1), 'base64url').toString()) as object;
    const forged = encoded({ ...claims, sub: '0d3f6a52-9c1e-4b7a-8f54-2e6d1c9b7a30' });
    return `${part(token, 0)}.${forged}.${part(token, 2)}`;
  }

  const bad: [what: string, make: (tokens: Tokens) => string][] = [
    ['an ID token', ({ IdToken }) => IdToken],
    ['a refresh token', ({ RefreshToken }) => RefreshToken],
    ['claims of somebody else', ({ AccessToken }) => tampered(AccessToken)],
    ['no signature', ({ AccessToken }) => `${AccessToken.split('.').slice(0, 2).join('.')}.`],
    ['alg none', ({ AccessToken: t }) => `${encoded({ alg: 'none' })}.${part(t, 1)}.`],
    ['the signature of the ID token', (t) => t.AccessToken.replace(/[^.]*$/, part(t.IdToken, 2))],
    ['no token at all', () => 'x'],
  ];
  for (const operation of takes('AccessToken')) {
    it(operation, async () => {
      const tokens = await stage.tokens();
      for (const [what, make] of bad) {
        const request = await spoilt(operation, { AccessToken: make(tokens) });
        assert.equal(await refusedType(operation, request), 'NotAuthorizedException', what);
      }
    });
  }

  it('and only while nobody has signed out everywhere', async () => {
    for (const operation of takes('AccessToken')) {
      const AccessToken = await stage.accessToken();
      await stage.test.perform('GlobalSignOut', { AccessToken });
      const request = await spoilt(operation, { AccessToken });
      assert.equal(await refusedType(operation, request), 'NotAuthorizedException', operation);
    }
  });

  it('and not once its user is gone', async () => {
    for (const operation of takes('AccessToken')) {
      const AccessToken = await stage.accessToken();
      await stage.test.perform('DeleteUser', { AccessToken });
      const type = await refusedType(operation, await spoilt(operation, { AccessToken }));
      assert.match(type, /^(NotAuthorized|UserNotFound)Exception$/, operation);
    }
  });
});

describe('an access token is worth nothing any more', () => {
  const ends: [what: string, end: (email: string) => unknown][] = [
    [
      'once it has expired',
      () => {
        stage.test.clock.advance(3601);
      },
    ],
    ['once its user is disabled', (email) => administer('AdminDisableUser', email)],
    [
      'once an administrator has signed its user out',
      (email) => administer('AdminUserGlobalSignOut', email),
    ],
    ['once an administrator has deleted its user', (email) => administer('AdminDeleteUser', email)],
  ];
  const administer = (operation: string, Username: string): Promise<unknown> =>
    stage.test.perform(operation, { UserPoolId: POOL, Username });

  for (const [what, end] of ends) {
    it(what, async () => {
      const email = stage.person();
      const { AccessToken, RefreshToken } = await stage.tokens(email, rotatingClient);
      await end(email);
      for (const operation of takes('AccessToken')) {
        const type = await refusedType(operation, await spoilt(operation, { AccessToken }));
        assert.match(type, /^(NotAuthorized|UserNotFound)Exception$/, operation);
      }
      const ClientId = rotatingClient.id;
      const refresh = { ClientId, RefreshToken };
      if (what.includes('user')) await refusedType('GetTokensFromRefreshToken', refresh);
    });
  }
});

describe('pools and clients are kept apart', () => {
  const [closedClient] = closedPool.clients;

  for (const operation of takes('UserPoolId')) {
    it(`${operation} knows no pool but those there are`, async () => {
      const request = await spoilt(operation, { UserPoolId: 'eu-west-1_unknown00' });
      assert.equal(await refusedType(operation, request), 'ResourceNotFoundException');
    });
  }

  for (const operation of takes('ClientId')) {
    it(`${operation} knows no client but those there are`, async () => {
      const request = await spoilt(operation, { ClientId: '1unknownclient000000000001' });
      const type = await refusedType(operation, request);
      // RevokeToken is the one whose model has no ResourceNotFoundException.
      if (operation !== 'RevokeToken') assert.equal(type, 'ResourceNotFoundException');
    });
  }

  for (const operation of takes('ClientId').filter((name) => takes('UserPoolId').includes(name))) {
    it(`${operation} takes a client of its own pool only`, async () => {
      const request = await spoilt(operation, { UserPoolId: POOL, ClientId: closedClient?.id });
      assert.equal(await refusedType(operation, request), 'ResourceNotFoundException');
    });
  }

  for (const operation of takes('Username').filter((name) => takes('UserPoolId').includes(name))) {
    if (operation === 'AdminCreateUser') continue;
    it(`${operation} finds nobody in another pool`, async () => {
      const request = await spoilt(operation, { UserPoolId: closedPool.id });
      const type = await refusedType(operation, request);
      assert.match(type, /^(UserNotFound|ResourceNotFound)Exception$/);
    });
  }

  it("a refresh token is its own client's only", async () => {
    const { RefreshToken } = await stage.tokens(stage.person(), rotatingClient);
    const other = { RefreshToken, ClientId: freeClient.id };
    await refusedType('GetTokensFromRefreshToken', other);
    assert.ok(
      await stage.test.perform('GetTokensFromRefreshToken', {
        RefreshToken,
        ClientId: rotatingClient.id,
      }),
    );
  });

  it("a challenge is its own client's only", async () => {
    const email = stage.person({ status: 'FORCE_CHANGE_PASSWORD' });
    const request = {
      ClientId: openClient.id,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session: await stage.newPasswordSession(email),
      ChallengeResponses: { USERNAME: email, NEW_PASSWORD: 'Another-Pass-2026' },
    };
    assert.equal(await refusedType('RespondToAuthChallenge', request), 'NotAuthorizedException');
  });
});

describe('a client with a secret proves it in every request', () => {
  const badHashes = (username: string): [what: string, hash: string | undefined][] => [
    ['none', undefined],
    ["somebody else's", stage.hash('somebody-else@example.test')],
    ['one that is no hash', 'bm8gaGFzaA=='],
    ['the secret itself', stage.test.pools.clientSecret(secretClient.id)],
    ['the username', Buffer.from(username).toString('base64')],
  ];

  for (const operation of takes('SecretHash')) {
    it(operation, async () => {
      const [valid] = validRequests[operation] ?? [];
      const request = (await valid?.(stage)) ?? {};
      const ClientId = secretClient.id;
      for (const [what, SecretHash] of badHashes(String(request['Username']))) {
        const type = await refusedType(operation, { ...request, ClientId, SecretHash });
        assert.equal(type, 'NotAuthorizedException', what);
      }
    });
  }

  for (const flow of [
    'USER_PASSWORD_AUTH',
    'USER_SRP_AUTH',
    'USER_AUTH',
    'ADMIN_USER_PASSWORD_AUTH',
  ]) {
    it(flow, async () => {
      const USERNAME = stage.person();
      const operation = flow.startsWith('ADMIN') ? 'AdminInitiateAuth' : 'InitiateAuth';
      const call = { UserPoolId: POOL, ClientId: secretClient.id, AuthFlow: flow };
      for (const [what, hash] of badHashes(USERNAME)) {
        const AuthParameters = { USERNAME, PASSWORD, SRP_A: '1f', SECRET_HASH: hash };
        const type = await refusedType(operation, { ...call, AuthParameters });
        assert.equal(type, 'NotAuthorizedException', what);
      }
    });
  }
});

describe('what has been used cannot be used again', () => {
  const twice = [
    'ConfirmSignUp',
    'ConfirmForgotPassword',
    'VerifyUserAttribute',
    'VerifySoftwareToken',
    'RespondToAuthChallenge',
    'AdminRespondToAuthChallenge',
  ];
  for (const operation of twice) {
    for (const [index, valid] of (validRequests[operation] ?? []).entries()) {
      it(`${operation}, request ${String(index + 1)}`, async () => {
        const request = await valid(stage);
        await stage.test.perform(operation, request);
        await refusedType(operation, request);
      });
    }
  }

  it('a refresh token that was rotated, once its grace is over', async () => {
    const ClientId = rotatingClient.id;
    const { RefreshToken } = await stage.tokens(stage.person(), rotatingClient);
    await stage.test.perform('GetTokensFromRefreshToken', { ClientId, RefreshToken });
    stage.test.clock.advance(61);
    assert.equal(
      await refusedType('GetTokensFromRefreshToken', { ClientId, RefreshToken }),
      'RefreshTokenReuseException',
    );
  });

  it("a code that is somebody else's", async () => {
    const [mine, theirs] = [await stage.unconfirmed(), await stage.unconfirmed()];
    const [code, right] = [stage.test.code(theirs), stage.test.code(mine)];
    const ConfirmationCode = code === right ? otherThan(right) : code;
    const request = { ClientId: openClient.id, Username: mine, ConfirmationCode };
    assert.equal(await refusedType('ConfirmSignUp', request), 'CodeMismatchException');
  });
});

describe('every operation on a named user has an answer for people in every state', () => {
  const states: [what: string, extra: object][] = [
    ['unconfirmed', { status: 'UNCONFIRMED' }],
    ['disabled', { isEnabled: false }],
    ['reset required', { status: 'RESET_REQUIRED' }],
    ['temporary password', { status: 'FORCE_CHANGE_PASSWORD' }],
  ];
  for (const operation of takes('Username')) {
    it(operation, async () => {
      for (const [what, extra] of states) {
        const Username = stage.person(extra);
        const hash = { SecretHash: stage.hash(Username) };
        const request = await spoilt(operation, { Username, ...hash });
        try {
          const answer = await stage.test.perform(operation, request);
          assert.ok(!('AuthenticationResult' in answer), what);
        } catch (error) {
          // A refusal is an answer as well, provided that AWS could give it.
          if (!(error instanceof CognitoError)) throw error;
          assert.ok(modelOf(operation).faults.has(error.type), `${what}: ${error.type}`);
        }
      }
    });
  }
});

describe('nobody signs in who must not', () => {
  const states: [what: string, make: () => string | Promise<string>][] = [
    ['unconfirmed', () => stage.unconfirmed()],
    ['disabled', () => stage.person({ isEnabled: false })],
    ['reset required', () => stage.person({ status: 'RESET_REQUIRED' })],
    ['unknown', () => 'nobody@example.test'],
  ];
  for (const [what, make] of states) {
    it(`${what}: by password, by choice or from a server`, async () => {
      const username = await make();
      await refusedType('InitiateAuth', passwordAuth(username));
      await refusedType('InitiateAuth', passwordAuth(username, openClient, 'Wrong-Password-1'));
      await refusedType('AdminInitiateAuth', stage.adminSignIn(username));
      await refusedType('InitiateAuth', {
        AuthFlow: 'USER_AUTH',
        ClientId: freeClient.id,
        AuthParameters: { USERNAME: username, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD },
      });
    });
  }

  it('with an SRP key that is zero, or no number at all', async () => {
    const N = BigInt(`0x${createDiffieHellmanGroup('modp15').getPrime('hex')}`);
    const keys = [0n, N, 2n * N, 1000n * N].map((key) => key.toString(16));
    for (const SRP_A of [...keys, '', '-1', '0x1f', 'zz', ' 1f', 'f'.repeat(2000)]) {
      const AuthParameters = { USERNAME: stage.person(), SRP_A };
      const request = { AuthFlow: 'USER_SRP_AUTH', ClientId: openClient.id, AuthParameters };
      assert.match(
        await refusedType('InitiateAuth', request),
        /^(InvalidParameter|NotAuthorized)Exception$/,
        SRP_A.slice(0, 20),
      );
    }
  });
});
