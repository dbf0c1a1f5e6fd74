import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { askByPasskey, addPasskey, beginPasskey } from './testing/passkeys.ts';
import { SoftwareAuthenticator } from './testing/software-authenticator.ts';
import { clientKey, proveBySrp } from './testing/srp-client.ts';
import type { SrpChallenge } from './testing/srp-client.ts';
import { answerTo, chooseAuth } from './testing/challenge.ts';
import type { AuthAnswer } from './testing/challenge.ts';
import { PASSWORD, POOL, openClient } from './testing/pool-under-test.ts';
import { Stage, freeClient } from './testing/stage.ts';

// A proof proves what it was made for: a code the address that it went to, a session its one question.

let stage: Stage;
const ClientId = openClient.id;
const MISMATCH = 'CodeMismatchException';
const EXPIRED = 'ExpiredCodeException';

before(async () => {
  stage = await Stage.open();
});

after(() => {
  stage.test.close();
});

const perform = (operation: string, input: object) => stage.test.perform(operation, input);

/** `no refusal`, or the type of the refusal. */
async function outcome(operation: string, input: object): Promise<string> {
  const refusal = await stage.test.refusal(operation, input);
  return refusal.split(':')[0] ?? refusal;
}

const giveAddress = (AccessToken: string, Value: string) =>
  perform('UpdateUserAttributes', { AccessToken, UserAttributes: [{ Name: 'email', Value }] });

const giveAddressByAdmin = (Username: string, Value: string, ...others: object[]) =>
  perform('AdminUpdateUserAttributes', {
    UserPoolId: POOL,
    Username,
    UserAttributes: [{ Name: 'email', Value }, ...others],
  });

const VERIFIED = { Name: 'email_verified', Value: 'true' };

async function attribute(Username: string, name: string): Promise<string | undefined> {
  const { UserAttributes } = await stage.test.perform<{
    UserAttributes: { Name: string; Value: string }[];
  }>('AdminGetUser', { UserPoolId: POOL, Username });
  return UserAttributes.find(({ Name }) => Name === name)?.Value;
}

const verify = (AccessToken: string, Code: string) =>
  outcome('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code });

const askForCode = (AccessToken: string) =>
  perform('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' });

const confirm = (Username: string, ConfirmationCode: string) =>
  outcome('ConfirmSignUp', { ClientId, Username, ConfirmationCode });

const reset = (Username: string, ConfirmationCode: string) =>
  outcome('ConfirmForgotPassword', {
    ClientId,
    Username,
    ConfirmationCode,
    Password: 'Newer-Pass-2026',
  });

/** Somebody whom an administrator confirmed: they can sign in, and have proven no address. */
async function unproven(): Promise<string> {
  const email = await stage.unconfirmed();
  await perform('AdminConfirmSignUp', { UserPoolId: POOL, Username: email });
  return email;
}

describe('a mailed code proves the address that it was mailed to', () => {
  it('and not the one that a change is taken back to', async () => {
    const email = await unproven();
    const AccessToken = await stage.tokens(email).then((tokens) => tokens.AccessToken);
    const mine = `${stage.name()}@attacker.test`;
    await giveAddress(AccessToken, mine);
    const code = stage.test.code(mine);
    await giveAddress(AccessToken, email);
    assert.equal(await verify(AccessToken, code), EXPIRED);
    assert.equal(await attribute(email, 'email_verified'), 'false');
  });

  it('and not the one that an administrator takes a change back to', async () => {
    const email = await unproven();
    const AccessToken = await stage.tokens(email).then((tokens) => tokens.AccessToken);
    const mine = `${stage.name()}@attacker.test`;
    await giveAddress(AccessToken, mine);
    const code = stage.test.code(mine);
    await giveAddressByAdmin(email, email);
    assert.equal(await verify(AccessToken, code), EXPIRED);
    assert.equal(await attribute(email, 'email_verified'), 'false');
  });

  it('and not another one that waits since', async () => {
    const AccessToken = await stage.accessToken();
    const [mine, theirs] = [`${stage.name()}@attacker.test`, `${stage.name()}@example.test`];
    await giveAddress(AccessToken, mine);
    const code = stage.test.code(mine);
    await giveAddress(AccessToken, theirs);
    // One in a million runs draws the same code twice.
    if (code !== stage.test.code(theirs)) assert.equal(await verify(AccessToken, code), MISMATCH);
    assert.equal(await verify(AccessToken, stage.test.code(theirs)), 'no refusal');
    assert.equal(await attribute(theirs, 'email_verified'), 'true');
  });

  it('in whatever case of letters the address is written since', async () => {
    const email = await unproven();
    const AccessToken = await stage.tokens(email).then((tokens) => tokens.AccessToken);
    await askForCode(AccessToken);
    await giveAddressByAdmin(email, email.toUpperCase());
    assert.equal(await verify(AccessToken, stage.test.code(email)), 'no refusal');
  });

  it('and confirms nobody who has another one since', async () => {
    const email = await stage.unconfirmed();
    const code = stage.test.code(email);
    const other = `${stage.name()}@example.test`;
    await giveAddressByAdmin(email, other, VERIFIED);
    assert.equal(await confirm(other, code), EXPIRED);
  });

  it('and opens nobody’s account who has another one since', async () => {
    const email = stage.person();
    await perform('ForgotPassword', { ClientId, Username: email });
    const code = stage.test.code(email);
    const other = `${stage.name()}@example.test`;
    await giveAddressByAdmin(email, other, VERIFIED);
    assert.equal(await reset(other, code), EXPIRED);
  });

  it('and signs nobody in who has another one since', async () => {
    const email = stage.person();
    const sub = (await attribute(email, 'sub')) ?? '';
    const input = chooseAuth(sub, freeClient, { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    const given = await stage.test.perform<AuthAnswer>('InitiateAuth', input);
    const code = stage.test.code(email);
    await giveAddressByAdmin(email, `${stage.name()}@example.test`, VERIFIED);
    const answers = { USERNAME: sub, EMAIL_OTP_CODE: code };
    const request = answerTo(given, answers, freeClient);
    assert.equal(await outcome('RespondToAuthChallenge', request), MISMATCH);
  });

  it('and sets no password of somebody who was disabled since', async () => {
    const Username = stage.person();
    await perform('ForgotPassword', { ClientId, Username });
    await perform('AdminDisableUser', { UserPoolId: POOL, Username });
    assert.equal(await reset(Username, stage.test.code(Username)), MISMATCH);
  });
});

describe('a mailed code is for one thing', () => {
  const [signUp, attributeCode, forgotten] = ['a sign-up', 'an attribute', 'a password'] as const;

  /** The three codes of one person, and what each of them is good for. */
  async function codes() {
    const email = await stage.unconfirmed();
    const confirmation = stage.test.code(email);
    const verified = { UserPoolId: POOL, Username: email, UserAttributes: [VERIFIED] };
    await perform('AdminUpdateUserAttributes', verified);
    await perform('ForgotPassword', { ClientId, Username: email });
    return { email, confirmation, password: stage.test.code(email) };
  }

  it(`${forgotten} is not set by the code of ${signUp}, nor ${signUp} confirmed by the other`, async () => {
    const { email, confirmation, password } = await codes();
    if (confirmation === password) return;
    assert.equal(await reset(email, confirmation), MISMATCH);
    assert.equal(await confirm(email, password), MISMATCH);
  });

  it(`${attributeCode} is not verified by the code of ${forgotten}, nor the other way round`, async () => {
    const email = stage.person();
    const { AccessToken } = await stage.tokens(email);
    await askForCode(AccessToken);
    const code = stage.test.code(email);
    await perform('ForgotPassword', { ClientId, Username: email });
    const password = stage.test.code(email);
    if (code === password) return;
    assert.equal(await verify(AccessToken, password), MISMATCH);
    assert.equal(await reset(email, code), MISMATCH);
    assert.equal(await verify(AccessToken, code), 'no refusal');
  });
});

/** A person with every session that there is on the way in, and answers that would be right for the session of their kind. */
async function sessions() {
  const email = stage.person();
  const { AccessToken } = await stage.tokens(email);
  const authenticator = new SoftwareAuthenticator();
  await addPasskey(stage.test, AccessToken, authenticator);
  const begin = async (parameters: Record<string, string>): Promise<string> => {
    const input = chooseAuth(email, freeClient, parameters);
    return (await stage.test.perform<AuthAnswer>('InitiateAuth', input)).Session ?? '';
  };
  const srp = await stage.test.perform<SrpChallenge>('InitiateAuth', {
    AuthFlow: 'USER_SRP_AUTH',
    ClientId: freeClient.id,
    AuthParameters: { USERNAME: email, SRP_A: clientKey },
  });
  const { given, options } = await askByPasskey(stage.test, email, freeClient);
  const { challenge } = await beginPasskey(stage.test, AccessToken);
  const made: [challenge: string, session: string][] = [
    ['PASSWORD_VERIFIER', srp.ChallengeParameters.SECRET_BLOCK],
    ['SELECT_CHALLENGE', await begin({})],
    ['PASSWORD', await begin({ PREFERRED_CHALLENGE: 'PASSWORD' })],
    ['PASSWORD_SRP', await begin({ PREFERRED_CHALLENGE: 'PASSWORD_SRP' })],
    ['EMAIL_OTP', await begin({ PREFERRED_CHALLENGE: 'EMAIL_OTP' })],
    ['WEB_AUTHN', given.Session ?? ''],
    ['no challenge', Buffer.from(challenge, 'base64url').toString('base64')],
  ];
  const answers = {
    USERNAME: email,
    PASSWORD,
    NEW_PASSWORD: 'Newer-Pass-2026',
    EMAIL_OTP_CODE: stage.test.code(email),
    SOFTWARE_TOKEN_MFA_CODE: '123456',
    CREDENTIAL: JSON.stringify(authenticator.get(options)),
    SRP_A: clientKey,
  };
  return { email, made, answers, proof: proveBySrp(srp, PASSWORD) };
}

const challengeNames = [
  'PASSWORD_VERIFIER',
  'NEW_PASSWORD_REQUIRED',
  'SOFTWARE_TOKEN_MFA',
  'MFA_SETUP',
  'SELECT_CHALLENGE',
  'PASSWORD',
  'PASSWORD_SRP',
  'EMAIL_OTP',
  'WEB_AUTHN',
];

describe('a session answers the one question that it was given with', () => {
  it('and no other, nor does it sign in or set an app up by itself', async () => {
    const { email, made, answers, proof } = await sessions();
    for (const [own, Session] of made) {
      // SRP's, which travels in the block that the proof is about, is longer than any other may be.
      const isTooLong = own === 'PASSWORD_VERIFIER';
      const refused = isTooLong ? 'InvalidParameterException' : 'NotAuthorizedException';
      for (const name of challengeNames.filter((other) => other !== own)) {
        const all = {
          ANSWER: 'PASSWORD',
          ...answers,
          ...proof,
          PASSWORD_CLAIM_SECRET_BLOCK: Session,
        };
        const request = answerTo({ ChallengeName: name, Session }, all, freeClient);
        const refusal = await outcome('RespondToAuthChallenge', request);
        assert.equal(refusal, refused, `${own} as ${name}`);
      }
      const signIn = { ...chooseAuth(email, freeClient), Session };
      assert.equal(await outcome('InitiateAuth', signIn), refused, own);
      assert.equal(await outcome('AssociateSoftwareToken', { Session }), refused, own);
    }
  });

  it('and is good for that after all this', async () => {
    const { made, answers, proof } = await sessions();
    for (const [name, session] of made.filter(([own]) => own !== 'no challenge')) {
      const Session = name === 'PASSWORD_VERIFIER' ? {} : { Session: session };
      const all = { ANSWER: 'PASSWORD', ...answers, ...proof };
      const request = answerTo({ ChallengeName: name, ...Session }, all, freeClient);
      assert.equal(await outcome('RespondToAuthChallenge', request), 'no refusal', name);
    }
  });
});

describe('the secret of an authenticator app is its owner’s', () => {
  it('and its codes set up nobody else’s', async () => {
    const [mine, theirs] = [await stage.authenticator(), await stage.authenticator()];
    if (mine.UserCode === theirs.UserCode) return;
    const request = { AccessToken: theirs.AccessToken, UserCode: mine.UserCode };
    assert.equal(await outcome('VerifySoftwareToken', request), 'EnableSoftwareTokenMFAException');
    assert.equal(await outcome('VerifySoftwareToken', theirs), 'no refusal');
  });
});
