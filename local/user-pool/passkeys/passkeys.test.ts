import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import {
  PASSWORD,
  POOL,
  PoolUnderTest,
  closedPool,
  openClient,
} from '../testing/pool-under-test.ts';
import { peoplePool } from '../../seed/identities.ts';
import { addPasskey, askByPasskey, beginPasskey, passkeyAnswer } from '../testing/passkeys.ts';
import { codeOfApp } from '../testing/authenticator-app.ts';
import { answerTo, chooseAuth } from '../testing/challenge.ts';
import type { AuthAnswer } from '../testing/challenge.ts';
import { SoftwareAuthenticator } from '../testing/software-authenticator.ts';
import type { Twist } from '../testing/software-authenticator.ts';
import { freeClient } from '../testing/stage.ts';
import type { AppClient } from '../directory/pool-settings.ts';

const otherClient: AppClient = { ...freeClient, id: '1otherfree0000000000000001' };
const NO_CHALLENGE =
  'WebAuthnChallengeNotFoundException: The challenge does not exist or has expired.';
const ORIGIN = 'WebAuthnOriginNotAllowedException: The origin of the credential is not allowed.';
const PARTY = 'WebAuthnRelyingPartyMismatchException: The credential is for another relying party.';
const UNSUPPORTED = 'WebAuthnCredentialNotSupportedException: The credential is not supported.';
const WRONG = 'NotAuthorizedException: Invalid credential for the user.';
const SESSION = 'NotAuthorizedException: Invalid session for the user.';

let pool: PoolUnderTest;
let count = 0;

before(async () => {
  pool = await PoolUnderTest.open();
  for (const client of [freeClient, otherClient]) pool.pools.addAppClient(POOL, client);
});

after(() => {
  pool.close();
});

/** Somebody new who is signed in, with an authenticator of their own. */
async function somebody() {
  count += 1;
  const email = `passkey${String(count)}@example.test`;
  pool.person(email);
  const { AccessToken } = await pool.signIn(email, freeClient);
  return { email, AccessToken, authenticator: new SoftwareAuthenticator() };
}

/** The same with a passkey. */
async function holder(twist?: Twist) {
  const person = await somebody();
  const id = await addPasskey(pool, person.AccessToken, person.authenticator, twist);
  return { ...person, id };
}

type Holder = Awaited<ReturnType<typeof holder>>;

const list = async (AccessToken: string, more = {}) =>
  pool.perform<{ Credentials: Record<string, unknown>[]; NextToken?: string }>(
    'ListWebAuthnCredentials',
    { AccessToken, ...more },
  );
const complete = (AccessToken: string, Credential: object) =>
  pool.refusal('CompleteWebAuthnRegistration', { AccessToken, Credential });

/** Signs in by the person's passkey; `twist` may make it fail. */
async function signIn({ email, authenticator }: Holder, twist?: Twist): Promise<string> {
  const { given, options } = await askByPasskey(pool, email, freeClient);
  const answer = passkeyAnswer(given, email, authenticator.get(options, twist), freeClient);
  return pool.refusal('RespondToAuthChallenge', answer);
}

async function setRelyingParty(WebAuthnConfiguration: object): Promise<void> {
  await pool.perform('SetUserPoolMfaConfig', { UserPoolId: POOL, WebAuthnConfiguration });
}

describe('registering a passkey', () => {
  it('asks for a discoverable one of this person, on this machine', async () => {
    const { email, AccessToken, authenticator } = await somebody();
    const first = await beginPasskey(pool, AccessToken);
    const { challenge, user, ...others } = first;
    assert.match(challenge, /^[\w-]{100,2048}$/);
    assert.deepEqual({ ...user, id: '' }, { id: '', name: email, displayName: email });
    assert.deepEqual(others, {
      rp: { id: 'localhost', name: 'localhost' },
      pubKeyCredParams: [
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
      timeout: 180_000,
      excludeCredentials: [],
      authenticatorSelection: {
        requireResidentKey: true,
        residentKey: 'required',
        userVerification: 'preferred',
      },
      attestation: 'none',
    });
    const id = await addPasskey(pool, AccessToken, authenticator);
    const { excludeCredentials } = await beginPasskey(pool, AccessToken);
    const transports = ['internal', 'hybrid'];
    assert.deepEqual(excludeCredentials, [{ type: 'public-key', id, transports }]);
  });

  it('lists what was registered, the oldest first, page by page', async () => {
    const { AccessToken, authenticator, id } = await holder();
    pool.clock.advance(1);
    const second = await addPasskey(pool, AccessToken, authenticator);
    const page = await list(AccessToken, { MaxResults: 1 });
    assert.deepEqual(
      page.Credentials.map(({ CreatedAt: _, ...shown }) => shown),
      [
        {
          CredentialId: id,
          FriendlyCredentialName: 'Passkey',
          RelyingPartyId: 'localhost',
          AuthenticatorAttachment: 'platform',
          AuthenticatorTransports: ['internal', 'hybrid'],
        },
      ],
    );
    assert.ok(Math.abs(Number(page.Credentials[0]?.['CreatedAt']) * 1000 - pool.clock.now()) < 5e3);
    const rest = await list(AccessToken, { MaxResults: 1, NextToken: page.NextToken });
    assert.deepEqual(
      rest.Credentials.map(({ CredentialId }) => CredentialId),
      [second],
    );
    assert.equal(rest.NextToken, undefined);
  });

  it('takes pages of any port of this machine, and HTTPS', async () => {
    for (const origin of ['http://localhost', 'http://localhost:1', 'https://app.localhost']) {
      await holder({ origin });
    }
  });

  it('refuses pages of other origins', async () => {
    for (const origin of [
      'https://evil.test',
      'https://localhost.evil.test',
      'https://evillocalhost',
      'http://app.localhost',
      'http://127.0.0.1:4200',
      'http://localhost:4200/',
      'http://localhost:4200@evil.test',
      'http://localhost@evil.test',
      'null',
      '',
    ]) {
      const { AccessToken, authenticator } = await somebody();
      const made = authenticator.create(await beginPasskey(pool, AccessToken), { origin });
      assert.equal(await complete(AccessToken, made), ORIGIN, origin);
    }
    const { AccessToken, authenticator } = await somebody();
    const framed = authenticator.create(await beginPasskey(pool, AccessToken), {
      crossOrigin: true,
    });
    assert.equal(await complete(AccessToken, framed), ORIGIN);
    assert.deepEqual((await list(AccessToken)).Credentials, []);
  });

  it('refuses a passkey of another relying party, a proof of make, and what is none', async () => {
    const { AccessToken, authenticator } = await somebody();
    const make = async (twist: Twist) =>
      authenticator.create(await beginPasskey(pool, AccessToken), twist);
    const elsewhere = await make({ relyingPartyId: 'evil.test' });
    assert.equal(await complete(AccessToken, elsewhere), PARTY);
    const certificate = new Map([['x5c', [new Uint8Array(9)]]]);
    for (const attestation of [
      { fmt: 'packed', attStmt: certificate },
      { fmt: 'apple', attStmt: new Map() },
      { fmt: 'none', attStmt: new Map([['sig', new Uint8Array(9)]]) },
    ]) {
      assert.equal(await complete(AccessToken, await make({ attestation })), UNSUPPORTED);
    }
    const proven = await make({ attestation: { fmt: 'packed', attStmt: certificate } });
    await assert.rejects(
      pool.perform('CompleteWebAuthnRegistration', { AccessToken, Credential: proven }),
      { reason: 'its attestation is with a certificate, and none was asked for' },
      'refused before anybody looks into the certificate',
    );
    const { response, ...rest } = await make({});
    const noCbor = { ...rest, response: { ...response, attestationObject: 'AAAA' } };
    assert.equal(await complete(AccessToken, noCbor), UNSUPPORTED);
    const renamed = { ...(await make({})), id: 'AAAA', rawId: 'AAAA' };
    assert.equal(await complete(AccessToken, renamed), UNSUPPORTED);
    const signedIn = await make({ type: 'webauthn.get' });
    assert.equal(
      await complete(AccessToken, signedIn),
      'InvalidParameterException: Invalid credential.',
    );
    assert.deepEqual((await list(AccessToken)).Credentials, []);
  });

  it('refuses a public key that no private key belongs to, or that is no key of its algorithm', async () => {
    const { AccessToken, authenticator } = await somebody();
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
      format: 'jwk',
    });
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({
      format: 'jwk',
    });
    const bytes = (text = ''): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));
    const [x, y, n, e] = [bytes(ec.x), bytes(ec.y), bytes(rsa.n), bytes(rsa.e)];
    const es256 = { 1: 2, 3: -7, [-1]: 1, [-2]: x, [-3]: y };
    const rs256 = { 1: 3, 3: -257, [-1]: n, [-2]: e };
    const register = async (members: Record<string, number | Uint8Array>): Promise<string> => {
      const publicKey = new Map(
        Object.entries(members).map(([label, value]) => [Number(label), value]),
      );
      const options = await beginPasskey(pool, AccessToken);
      return complete(AccessToken, authenticator.create(options, { publicKey }));
    };
    const unfit: [what: string, members: Record<string, number | Uint8Array>][] = [
      [
        'a point beside the curve',
        { ...es256, [-3]: Uint8Array.from(y, (byte, at) => (at === 31 ? byte ^ 1 : byte)) },
      ],
      ['zero', { ...es256, [-2]: new Uint8Array(32), [-3]: new Uint8Array(32) }],
      ['numbers beyond the field', { ...es256, [-2]: new Uint8Array(32).fill(255) }],
      ['a number too short', { ...es256, [-2]: x.subarray(1) }],
      ['a number too long', { ...es256, [-2]: Uint8Array.from([0, ...x]) }],
      ['no y', { 1: 2, 3: -7, [-1]: 1, [-2]: x }],
      ['a sign for y', { ...es256, [-3]: 1 }],
      ['another curve', { ...es256, [-1]: 2 }],
      ['another key type', { ...es256, 1: 3 }],
      ['no modulus', { 1: 3, 3: -257, [-2]: e }],
      ['a short modulus', { ...rs256, [-1]: n.subarray(128) }],
      ['the exponent 1', { ...rs256, [-2]: Uint8Array.from([1]) }],
      ['the exponent 3', { ...rs256, [-2]: Uint8Array.from([3]) }],
    ];
    for (const [what, members] of unfit) assert.equal(await register(members), UNSUPPORTED, what);
    assert.deepEqual((await list(AccessToken)).Credentials, []);
    assert.equal(await register(es256), 'no refusal');
    assert.equal(await register(rs256), 'no refusal');
  });

  it('takes a challenge once, in time, from the person and the client that it was given to', async () => {
    const { email, AccessToken, authenticator } = await somebody();
    const again = authenticator.create(await beginPasskey(pool, AccessToken));
    assert.equal(await complete(AccessToken, again), 'no refusal');
    assert.equal(await complete(AccessToken, again), NO_CHALLENGE);

    const late = authenticator.create(await beginPasskey(pool, AccessToken));
    pool.clock.advance(181);
    assert.equal(await complete(AccessToken, late), NO_CHALLENGE);

    const stolen = authenticator.create(await beginPasskey(pool, AccessToken));
    const thief = await somebody();
    assert.equal(await complete(thief.AccessToken, stolen), NO_CHALLENGE);

    const other = await pool.signIn(email, otherClient);
    assert.equal(
      await complete(other.AccessToken, stolen),
      'WebAuthnClientMismatchException: The access token is for another client than the challenge.',
    );
    const options = await beginPasskey(pool, AccessToken);
    const invented = authenticator.create({ ...options, challenge: 'A'.repeat(300) });
    assert.equal(await complete(AccessToken, invented), NO_CHALLENGE);
    const { given } = await askByPasskey(pool, email, freeClient);
    const session = Buffer.from(given.Session ?? '', 'base64').toString('base64url');
    const ofSignIn = authenticator.create({ ...options, challenge: session });
    assert.equal(await complete(AccessToken, ofSignIn), NO_CHALLENGE);
  });

  it('lets two answers to one challenge make one passkey', async () => {
    const { AccessToken, authenticator } = await somebody();
    const options = await beginPasskey(pool, AccessToken);
    const said = await Promise.all(
      [1, 2].map(() => complete(AccessToken, authenticator.create(options))),
    );
    assert.deepEqual(said.sort(), [NO_CHALLENGE, 'no refusal']);
    assert.equal((await list(AccessToken)).Credentials.length, 1);
  });

  it('gives nobody a passkey that somebody has', async () => {
    const { authenticator } = await holder();
    const second = await somebody();
    const [made] = authenticator.credentials;
    assert.ok(made);
    const options = await beginPasskey(pool, second.AccessToken);
    const copied = authenticator.createAgain(made, options);
    assert.equal(
      await complete(second.AccessToken, copied),
      'InvalidParameterException: The credential is registered already.',
    );
  });

  it('stops at twenty', async () => {
    const { AccessToken, authenticator } = await somebody();
    const early = authenticator.create(await beginPasskey(pool, AccessToken));
    for (let made = 0; made < 20; made += 1) await addPasskey(pool, AccessToken, authenticator);
    const FULL = 'LimitExceededException: A user can have at most 20 passkeys.';
    assert.equal(await pool.refusal('StartWebAuthnRegistration', { AccessToken }), FULL);
    assert.equal(await complete(AccessToken, early), FULL);
    assert.equal((await list(AccessToken)).Credentials.length, 20);
  });

  it('is refused where the pool does not offer it, or has no relying party', async () => {
    const own = await PoolUnderTest.open();
    const { passkeys: _, ...unnamed } = closedPool;
    for (const [settings, refusal] of [
      [
        { ...closedPool, firstFactors: ['PASSWORD', 'EMAIL_OTP'] },
        'WebAuthnNotEnabledException: WebAuthn is not enabled for this user pool.',
      ],
      [unnamed, 'WebAuthnConfigurationMissingException: The user pool has no relying party id.'],
    ] as const) {
      await own.reopen({ pools: [peoplePool, settings] });
      own.pools.createUser(settings.id, { email: 'a@example.test', password: PASSWORD });
      const { AccessToken } = await own.signIn('a@example.test', settings.clients[0]);
      assert.equal(await own.refusal('StartWebAuthnRegistration', { AccessToken }), refusal);
      const { Credentials } = await own.perform<{ Credentials: unknown[] }>(
        'ListWebAuthnCredentials',
        { AccessToken },
      );
      assert.deepEqual(Credentials, []);
    }
    own.close();
  });

  it('wants a token of the account, like all that is done with passkeys', async () => {
    for (const operation of [
      'StartWebAuthnRegistration',
      'CompleteWebAuthnRegistration',
      'ListWebAuthnCredentials',
      'DeleteWebAuthnCredential',
    ]) {
      const input = { AccessToken: 'a.b.c', Credential: {}, CredentialId: 'A' };
      assert.equal(
        await pool.refusal(operation, input),
        'NotAuthorizedException: Invalid Access Token',
      );
    }
  });
});

describe('signing in by a passkey', () => {
  it('is offered to those who have one, and brings tokens', async () => {
    const person = await somebody();
    const offered = async () => {
      const input = chooseAuth(person.email, freeClient);
      const given = await pool.perform<AuthAnswer>('InitiateAuth', input);
      return { given, names: given.AvailableChallenges };
    };
    assert.deepEqual((await offered()).names, ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP']);
    const factorsOf = async () =>
      (
        await pool.perform<{ ConfiguredUserAuthFactors: string[] }>('GetUserAuthFactors', {
          AccessToken: person.AccessToken,
        })
      ).ConfiguredUserAuthFactors;
    assert.deepEqual(await factorsOf(), ['PASSWORD', 'EMAIL_OTP']);
    const id = await addPasskey(pool, person.AccessToken, person.authenticator);
    assert.deepEqual(await factorsOf(), ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN']);
    const { given, names } = await offered();
    assert.deepEqual(names, ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN']);

    const USERNAME = person.email;
    const chosen = await pool.perform<AuthAnswer>(
      'RespondToAuthChallenge',
      answerTo(given, { USERNAME, ANSWER: 'WEB_AUTHN' }, freeClient),
    );
    assert.equal(chosen.ChallengeName, 'WEB_AUTHN');
    const text = chosen.ChallengeParameters['CREDENTIAL_REQUEST_OPTIONS'] ?? '';
    const options = JSON.parse(text) as Parameters<SoftwareAuthenticator['get']>[0];
    const { challenge, ...others } = options;
    assert.match(challenge, /^[\w-]{43}$/);
    assert.deepEqual(others, {
      timeout: 180_000,
      rpId: 'localhost',
      allowCredentials: [{ type: 'public-key', id, transports: ['internal', 'hybrid'] }],
      userVerification: 'preferred',
    });
    const credential = person.authenticator.get(options);
    const done = await pool.perform<AuthAnswer>(
      'RespondToAuthChallenge',
      passkeyAnswer(chosen, USERNAME, credential, freeClient),
    );
    assert.ok(done.AuthenticationResult?.RefreshToken);
  });

  it('works for administrators, after a restart, and again and again', async () => {
    const person = await holder();
    const AuthParameters = { USERNAME: person.email, PREFERRED_CHALLENGE: 'WEB_AUTHN' };
    const at = { UserPoolId: POOL, ClientId: freeClient.id };
    const given = await pool.perform<AuthAnswer>('AdminInitiateAuth', {
      ...at,
      AuthFlow: 'USER_AUTH',
      AuthParameters,
    });
    const text = given.ChallengeParameters['CREDENTIAL_REQUEST_OPTIONS'] ?? '';
    const credential = person.authenticator.get(JSON.parse(text) as never);
    await pool.reopen();
    for (const client of [freeClient, otherClient]) pool.pools.addAppClient(POOL, client);
    const done = await pool.perform<AuthAnswer>('AdminRespondToAuthChallenge', {
      UserPoolId: POOL,
      ...passkeyAnswer(given, person.email, credential, freeClient),
    });
    assert.ok(done.AuthenticationResult?.IdToken);
    for (let times = 0; times < 3; times += 1) assert.equal(await signIn(person), 'no refusal');
  });

  it('refuses a signature by another page, relying party, kind, counter, or changed afterwards', async () => {
    const person = await holder();
    assert.equal(await signIn(person), 'no refusal');
    for (const twist of [
      { origin: 'https://evil.test' },
      { crossOrigin: true },
      { relyingPartyId: 'evil.test' },
      { counter: 1 },
      { counter: 0 },
      { userHandle: 'AAAA' },
    ]) {
      assert.equal(await signIn(person, twist), WRONG, JSON.stringify(twist));
    }
    assert.match(await signIn(person, { type: 'webauthn.create' }), /^InvalidParameterException/);
    const { given, options } = await askByPasskey(pool, person.email, freeClient);
    const { response, ...rest } = person.authenticator.get(options);
    const signature = Buffer.from(response.signature, 'base64url');
    signature.writeUInt8(signature.readUInt8(12) ^ 1, 12);
    const changed = { ...response, signature: signature.toString('base64url') };
    const answer = passkeyAnswer(given, person.email, { ...rest, response: changed }, freeClient);
    assert.equal(await pool.refusal('RespondToAuthChallenge', answer), WRONG);
    assert.equal(await signIn(person), 'no refusal');
  });

  it('takes an answer once, in time, by whom and where it was asked', async () => {
    const person = await holder();
    const answerNow = async (client = freeClient, username = person.email) => {
      const { given, options } = await askByPasskey(pool, person.email, freeClient);
      return passkeyAnswer(given, username, person.authenticator.get(options), client);
    };
    const refused = (answer: object) => pool.refusal('RespondToAuthChallenge', answer);
    const once = await answerNow();
    assert.deepEqual((await Promise.all([refused(once), refused(once)])).sort(), [
      SESSION,
      'no refusal',
    ]);
    const late = await answerNow();
    pool.clock.advance(181);
    assert.equal(await refused(late), `${SESSION.slice(0, -1)}, session is expired.`);
    assert.equal(await refused(await answerNow(otherClient)), SESSION);
    const other = await holder();
    assert.equal(await refused(await answerNow(freeClient, other.email)), SESSION);

    const first = await askByPasskey(pool, person.email, freeClient);
    const second = await askByPasskey(pool, person.email, freeClient);
    const crossed = person.authenticator.get(second.options);
    const answer = passkeyAnswer(first.given, person.email, crossed, freeClient);
    assert.equal(await refused(answer), WRONG);
  });

  it('refuses other people’s passkeys, unknown ones, and one that was deleted meanwhile', async () => {
    const person = await holder();
    const thief = await holder();
    const attempt = async (authenticator: SoftwareAuthenticator) => {
      const { given, options } = await askByPasskey(pool, person.email, freeClient);
      const [made] = authenticator.credentials;
      assert.ok(made);
      const credential = authenticator.assertBy(made, options);
      const answer = passkeyAnswer(given, person.email, credential, freeClient);
      return pool.refusal('RespondToAuthChallenge', answer);
    };
    assert.equal(await attempt(thief.authenticator), WRONG);
    const unknown = new SoftwareAuthenticator();
    unknown.create(await beginPasskey(pool, person.AccessToken));
    assert.equal(await attempt(unknown), WRONG);

    const { given, options } = await askByPasskey(pool, person.email, freeClient);
    const { AccessToken, id } = person;
    await pool.perform('DeleteWebAuthnCredential', { AccessToken, CredentialId: id });
    const credential = person.authenticator.get(options);
    const answer = passkeyAnswer(given, person.email, credential, freeClient);
    assert.equal(await pool.refusal('RespondToAuthChallenge', answer), WRONG);
  });

  it('answers somebody without passkeys and a stranger alike', async () => {
    const { email } = await somebody();
    for (const username of [email, 'stranger@example.test']) {
      const { given } = await askByPasskey(pool, username, freeClient);
      assert.equal(given.ChallengeName, 'SELECT_CHALLENGE');
      assert.deepEqual(given.AvailableChallenges, ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP']);
      assert.equal(
        await pool.refusal(
          'RespondToAuthChallenge',
          answerTo(given, { USERNAME: username, ANSWER: 'WEB_AUTHN' }, freeClient),
        ),
        'InvalidParameterException: Selected challenge is not available',
      );
      const forged = { ...given, ChallengeName: 'WEB_AUTHN' };
      const { authenticator, id } = await holder();
      const options = { challenge: 'A'.repeat(43), rpId: 'localhost', allowCredentials: [{ id }] };
      const answer = passkeyAnswer(forged, username, authenticator.get(options), freeClient);
      assert.equal(await pool.refusal('RespondToAuthChallenge', answer), SESSION);
    }
  });

  it('is not offered to those who need a second factor, and is refused when they need it since', async () => {
    const person = await holder();
    const { given, options } = await askByPasskey(pool, person.email, freeClient);
    const { AccessToken } = person;
    const { SecretCode } = await pool.perform<{ SecretCode: string }>('AssociateSoftwareToken', {
      AccessToken,
    });
    const UserCode = codeOfApp(SecretCode, pool.clock.now());
    await pool.perform('VerifySoftwareToken', { AccessToken, UserCode });
    const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
    await pool.perform('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings });
    const credential = person.authenticator.get(options);
    const answer = passkeyAnswer(given, person.email, credential, freeClient);
    assert.equal(await pool.refusal('RespondToAuthChallenge', answer), WRONG);
    const asked = await askByPasskey(pool, person.email, freeClient);
    assert.deepEqual(asked.given.AvailableChallenges, ['PASSWORD_SRP', 'PASSWORD']);
  });

  it('tells somebody who was disabled only after the right signature', async () => {
    const person = await holder();
    await pool.perform('AdminDisableUser', { UserPoolId: POOL, Username: person.email });
    assert.equal(await signIn(person), 'NotAuthorizedException: User is disabled.');
    assert.equal(await signIn(person, { relyingPartyId: 'evil.test' }), WRONG);
  });

  it('is refused without a client that allows USER_AUTH', async () => {
    const { email } = await holder();
    assert.equal(
      await pool.refusal('InitiateAuth', chooseAuth(email, openClient)),
      'InvalidParameterException: USER_AUTH flow not enabled for this client',
    );
  });

  it('wants a finger, a face or a PIN where the pool does', async () => {
    const person = await holder({ isUserVerified: false });
    assert.equal(await signIn(person, { isUserVerified: false }), 'no refusal');
    await setRelyingParty({ RelyingPartyId: 'localhost', UserVerification: 'required' });
    assert.equal(await signIn(person, { isUserVerified: false }), WRONG);
    assert.equal(await signIn(person), 'no refusal');
    const { AccessToken, authenticator } = person;
    const options = await beginPasskey(pool, AccessToken);
    const unverified = authenticator.create(options, { isUserVerified: false });
    assert.equal(await complete(AccessToken, unverified), UNSUPPORTED);
    await setRelyingParty({ UserVerification: 'preferred' });
  });

  it('does not offer passkeys that were made for another relying party', async () => {
    const person = await holder();
    await setRelyingParty({ RelyingPartyId: 'news.example.test' });
    const { given } = await askByPasskey(pool, person.email, freeClient);
    assert.deepEqual(given.AvailableChallenges, ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP']);
    await setRelyingParty({ RelyingPartyId: 'localhost' });
    assert.equal(await signIn(person), 'no refusal');
  });
});

describe('the end of passkeys', () => {
  it('deletes one’s own, and nobody else’s', async () => {
    const person = await holder();
    const thief = await somebody();
    const GONE = 'ResourceNotFoundException: The credential does not exist.';
    const input = { AccessToken: person.AccessToken, CredentialId: person.id };
    const stolen = { ...input, AccessToken: thief.AccessToken };
    assert.equal(await pool.refusal('DeleteWebAuthnCredential', stolen), GONE);
    assert.equal(await signIn(person), 'no refusal');
    assert.deepEqual(await pool.perform('DeleteWebAuthnCredential', input), {});
    assert.equal(await pool.refusal('DeleteWebAuthnCredential', input), GONE);
    assert.deepEqual((await list(person.AccessToken)).Credentials, []);
  });

  it('deletes them with their user, so that the same address begins without', async () => {
    const person = await holder();
    await pool.perform('DeleteUser', { AccessToken: person.AccessToken });
    pool.person(person.email);
    const { AccessToken } = await pool.signIn(person.email, freeClient);
    assert.deepEqual((await list(AccessToken)).Credentials, []);
    const [made] = person.authenticator.credentials;
    assert.ok(made);
    const options = await beginPasskey(pool, AccessToken);
    const again = person.authenticator.createAgain(made, options);
    assert.equal(await complete(AccessToken, again), 'no refusal');
  });
});
