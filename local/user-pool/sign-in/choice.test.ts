import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cliClient, peoplePool } from '../../seed/identities.ts';
import type { AppClient } from '../directory/pool-settings.ts';
import { codeOfApp } from '../testing/authenticator-app.ts';
import { answerTo, chooseAuth } from '../testing/challenge.ts';
import type { AuthAnswer } from '../testing/challenge.ts';
import {
  PASSWORD,
  POOL,
  PoolUnderTest,
  openClient,
  otherThan,
  poolWithMfa,
} from '../testing/pool-under-test.ts';
import { clientKey, proveBySrp } from '../testing/srp-client.ts';
import type { SrpChallenge } from '../testing/srp-client.ts';
import { freeClient } from '../testing/stage.ts';

let pool: PoolUnderTest;
const chooser: AppClient = {
  ...cliClient,
  id: '1chooser000000000000000001',
  name: 'chooser',
  authFlows: ['ALLOW_USER_AUTH'],
};
const frank: AppClient = {
  ...chooser,
  id: '1frank00000000000000000001',
  preventUserExistenceErrors: 'LEGACY',
};
const strictClient: AppClient = { ...chooser, id: '1strictclient0000000000001' };
const strictPool = poolWithMfa(strictClient);

before(async () => {
  pool = await PoolUnderTest.open();
  await pool.reopen({ pools: [peoplePool, strictPool] });
  for (const client of [chooser, frank, freeClient]) pool.pools.addAppClient(POOL, client);
});

after(() => {
  pool.close();
});

const INVALID = 'NotAuthorizedException: Invalid session for the user.';
const EXPIRED = 'NotAuthorizedException: Invalid session for the user, session is expired.';
const WRONG = 'NotAuthorizedException: Incorrect username or password.';
const WRONG_CODE = 'CodeMismatchException: Invalid code or auth state for the user.';
const ALL = ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'];

const choose = (email: string, parameters = {}, client = chooser) =>
  pool.perform<AuthAnswer>('InitiateAuth', chooseAuth(email, client, parameters));
const respond = (given: object, answers: Record<string, string>, client = chooser) =>
  pool.perform<AuthAnswer>('RespondToAuthChallenge', answerTo(given, answers, client));
const refused = (given: object, answers: Record<string, string>, client = chooser) =>
  pool.refusal('RespondToAuthChallenge', answerTo(given, answers, client));
const mailed = (email: string) => choose(email, { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
const codeAnswer = (email: string, EMAIL_OTP_CODE: string) => ({ USERNAME: email, EMAIL_OTP_CODE });

test('without a preference a person is asked to choose, and goes on with each choice', async () => {
  const email = 'chooser@example.test';
  pool.person(email);
  const begin = async () => {
    const given = await choose(email);
    assert.equal(given.ChallengeName, 'SELECT_CHALLENGE');
    assert.deepEqual(given.AvailableChallenges, ALL);
    return given;
  };
  const byPassword = await respond(await begin(), {
    USERNAME: email,
    ANSWER: 'PASSWORD',
    PASSWORD,
  });
  assert.ok(byPassword.AuthenticationResult?.IdToken);

  const bySrp = await respond(await begin(), {
    USERNAME: email,
    ANSWER: 'PASSWORD_SRP',
    SRP_A: clientKey,
  });
  const proof = proveBySrp(bySrp as unknown as SrpChallenge, PASSWORD);
  assert.ok((await respond(bySrp, proof)).AuthenticationResult);

  const byMail = await respond(await begin(), { USERNAME: email, ANSWER: 'EMAIL_OTP' });
  assert.equal(byMail.ChallengeName, 'EMAIL_OTP');
  assert.deepEqual(byMail.ChallengeParameters, {
    CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
    CODE_DELIVERY_DESTINATION: 'c****@e****',
  });
  assert.match(pool.code(email), /^\d{8}$/);
  const done = await respond(byMail, codeAnswer(email, pool.code(email)));
  assert.ok(done.AuthenticationResult?.AccessToken);
});

test('a preferred factor begins at once, and asks for what did not come along', async () => {
  const email = 'preferring@example.test';
  pool.person(email);
  const at = (PREFERRED_CHALLENGE: string, more = {}) =>
    choose(email, { PREFERRED_CHALLENGE, ...more });
  assert.ok((await at('PASSWORD', { PASSWORD })).AuthenticationResult);
  assert.equal((await at('PASSWORD_SRP', { SRP_A: clientKey })).ChallengeName, 'PASSWORD_VERIFIER');
  const byMail = await at('EMAIL_OTP');
  assert.deepEqual(byMail.AvailableChallenges, ['EMAIL_OTP']);
  assert.ok((await respond(byMail, codeAnswer(email, pool.code(email)))).AuthenticationResult);

  const later = await at('PASSWORD');
  assert.equal(later.ChallengeName, 'PASSWORD');
  assert.equal(await refused(later, { USERNAME: email, PASSWORD: 'Wrong-Pass-2026' }), WRONG);
  assert.ok((await respond(later, { USERNAME: email, PASSWORD })).AuthenticationResult);
  assert.equal(await refused(later, { USERNAME: email, PASSWORD }), INVALID);
  const srp = await at('PASSWORD_SRP');
  assert.equal(srp.ChallengeName, 'PASSWORD_SRP');
  const verifier = await respond(srp, { USERNAME: email, SRP_A: clientKey });
  assert.equal(verifier.ChallengeName, 'PASSWORD_VERIFIER');
});

test('a factor that the user lacks is not begun: the preferred one leads to a choice, the chosen one to a refusal', async () => {
  const email = 'temporary@example.test';
  pool.person(email, { status: 'FORCE_CHANGE_PASSWORD' });
  const given = await choose(email, { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
  assert.equal(given.ChallengeName, 'SELECT_CHALLENGE');
  assert.deepEqual(given.AvailableChallenges, ['PASSWORD_SRP', 'PASSWORD']);
  assert.equal(
    await refused(given, { USERNAME: email, ANSWER: 'EMAIL_OTP' }),
    'InvalidParameterException: Selected challenge is not available',
  );
  const next = await respond(given, { USERNAME: email, ANSWER: 'PASSWORD', PASSWORD });
  assert.equal(next.ChallengeName, 'NEW_PASSWORD_REQUIRED');
  const refusal = 'InvalidParameterException: SMS_OTP is not emulated by the Presspass stand-in';
  const preferring = chooseAuth(email, chooser, { PREFERRED_CHALLENGE: 'SMS_OTP' });
  assert.equal(await pool.refusal('InitiateAuth', preferring), refusal);
  assert.equal(await refused(await choose(email), { USERNAME: email, ANSWER: 'SMS_OTP' }), refusal);
  assert.match(
    await refused(await choose(email), { USERNAME: email, ANSWER: 'constructor' }),
    /^InvalidParameterException/,
  );
});

test('challenges that are not emulated are named', async () => {
  for (const name of ['SMS_MFA', 'CUSTOM_CHALLENGE', 'DEVICE_SRP_AUTH', 'SELECT_MFA_TYPE']) {
    const given = { ChallengeName: name, Session: 'x'.repeat(40) };
    assert.equal(
      await refused(given, { USERNAME: 'x' }),
      `InvalidParameterException: Challenge ${name} is not emulated by the Presspass stand-in`,
    );
  }
  assert.match(await refused({ ChallengeName: 'NO_SUCH' }, { USERNAME: 'x' }), /enum value set/);
});

test('a mailed code belongs to its own challenge, signs in once, and a wrong one leaves the session usable', async () => {
  const email = 'mailed@example.test';
  pool.person(email);
  const first = await mailed(email);
  const firstCode = pool.code(email);
  const second = await mailed(email);
  const secondCode = pool.code(email);
  assert.equal(await refused(second, codeAnswer(email, otherThan(secondCode))), WRONG_CODE);
  assert.equal(await refused(second, codeAnswer(email, firstCode)), WRONG_CODE);
  assert.equal(await refused(second, codeAnswer(email, `${secondCode}0`)), WRONG_CODE);
  assert.ok((await respond(second, codeAnswer(email, secondCode))).AuthenticationResult);
  assert.equal(await refused(second, codeAnswer(email, secondCode)), INVALID);
  assert.equal(await refused(second, codeAnswer(email, otherThan(secondCode))), INVALID);
  assert.ok((await respond(first, codeAnswer(email, firstCode))).AuthenticationResult);
});

test('a mailed code lasts as long as its session: three minutes, or as the client says', async () => {
  const email = 'slow@example.test';
  pool.person(email);
  const patient = { ...chooser, id: '1patient000000000000000001', authSessionMinutes: 15 };
  pool.pools.addAppClient(POOL, patient);
  const short = await mailed(email);
  const shortCode = pool.code(email);
  const long = await choose(email, { PREFERRED_CHALLENGE: 'EMAIL_OTP' }, patient);
  const longCode = pool.code(email);
  pool.clock.advance(180);
  assert.equal(await refused(short, codeAnswer(email, shortCode)), EXPIRED);
  pool.clock.advance(11 * 60);
  assert.ok((await respond(long, codeAnswer(email, longCode), patient)).AuthenticationResult);
});

test('a session of one person, client or kind of challenge is no use for another', async () => {
  const [email, thief] = ['victim@example.test', 'thief@example.test'] as const;
  pool.person(email);
  pool.person(thief);
  const given = await mailed(email);
  const code = pool.code(email);
  assert.equal(await refused(given, codeAnswer(thief, code)), INVALID);
  assert.equal(await refused(given, codeAnswer(email, code), frank), INVALID);
  const choice = { ...given, ChallengeName: 'SELECT_CHALLENGE' };
  const password = { USERNAME: email, ANSWER: 'PASSWORD', PASSWORD };
  assert.equal(await refused(choice, password), INVALID);
  const tampered = { ...given, Session: `${(given.Session ?? '').slice(0, -6)}AAAA==` };
  assert.equal(await refused(tampered, codeAnswer(email, code)), INVALID);
  assert.equal(
    await refused({ ...given, Session: 'x'.repeat(40) }, codeAnswer(email, code)),
    INVALID,
  );
  // A thief who asks for a code of his own cannot use it for somebody else's name.
  const own = await mailed(thief);
  const stolen = codeAnswer(email, pool.code(thief));
  assert.equal(await refused(own, stolen), INVALID);
});

test('mailed codes cannot be tried out, with one session or with many', async () => {
  const email = 'tried@example.test';
  pool.person(email);
  const guess = async () => refused(await mailed(email), codeAnswer(email, '1'));
  for (let tries = 0; tries < 5; tries++) assert.equal(await guess(), WRONG_CODE);
  const LOCKED = 'NotAuthorizedException: Password attempts exceeded';
  const given = await mailed(email);
  assert.equal(await refused(given, codeAnswer(email, pool.code(email))), LOCKED);
  pool.clock.advance(1);
  assert.ok((await respond(given, codeAnswer(email, pool.code(email)))).AuthenticationResult);
});

test('a stranger is asked as anybody else, gets no mail, and cannot answer', async () => {
  pool.person('somebody@example.test');
  const stranger = 'someone@example.test';
  const asked = [];
  for (const email of ['somebody@example.test', stranger]) {
    asked.push([await choose(email), await mailed(email)]);
  }
  const [known = [], unknown = []] = asked;
  for (const [index, given] of unknown.entries()) {
    const { Session, ...rest } = given;
    const { Session: peer, ...peerRest } = known[index] ?? {};
    assert.deepEqual(rest, peerRest);
    assert.ok(Math.abs(Number(Session?.length) - Number(peer?.length)) <= 8);
  }
  assert.deepEqual(pool.mailbox.list(stranger), []);
  const [choice, code] = unknown;
  assert.ok(choice && code);
  assert.equal(await refused(code, codeAnswer(stranger, '12345678')), WRONG_CODE);
  const password = { USERNAME: stranger, ANSWER: 'PASSWORD', PASSWORD };
  assert.equal(await refused(choice, password), WRONG);
  const byMail = await respond(choice, { USERNAME: stranger, ANSWER: 'EMAIL_OTP' });
  assert.equal(byMail.ChallengeName, 'EMAIL_OTP');
});

test('the id that a challenge tells of leads to a stranger as it does to a person', async () => {
  const [known, stranger] = ['known@example.test', 'knobody@example.test'];
  pool.person(known);
  const seen = [];
  for (const email of [known, stranger]) {
    const srp = { AuthFlow: 'USER_SRP_AUTH', ClientId: freeClient.id };
    const exchange = async (USERNAME: string) => {
      const input = { ...srp, AuthParameters: { USERNAME, SRP_A: 'abcdef' } };
      return (await pool.perform<AuthAnswer>('InitiateAuth', input)).ChallengeParameters;
    };
    const { USERNAME: id = '', SALT } = await exchange(email);
    const again = await exchange(id.toUpperCase());
    const mailed = chooseAuth(id, freeClient, { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    const challenge = await pool.perform<AuthAnswer>('InitiateAuth', mailed);
    const answers = { USERNAME: email, EMAIL_OTP_CODE: 'abcdefgh' };
    seen.push([
      [again['USERNAME'] === id, again['SALT'] === SALT],
      challenge.ChallengeParameters,
      await pool.refusal('RespondToAuthChallenge', answerTo(challenge, answers, freeClient)),
      await pool.perform('ForgotPassword', { ClientId: freeClient.id, Username: id }),
    ]);
  }
  assert.deepEqual(seen[0]?.[0], [true, true]);
  assert.deepEqual(seen[1], seen[0]);
});

test('a client that does not hide who exists says so at once', async () => {
  const each: Record<string, string>[] = [{}, { PREFERRED_CHALLENGE: 'EMAIL_OTP' }];
  for (const parameters of each) {
    assert.equal(
      await pool.refusal('InitiateAuth', chooseAuth('nobody@example.test', frank, parameters)),
      'UserNotFoundException: User does not exist.',
    );
  }
});

test('who may not sign in hears so after the right code, and only then', async () => {
  const cases = [
    ['off@example.test', { isEnabled: false }, 'NotAuthorizedException: User is disabled.'],
    [
      'unsure@example.test',
      { status: 'UNCONFIRMED' },
      'UserNotConfirmedException: User is not confirmed.',
    ],
    [
      'reset@example.test',
      { status: 'RESET_REQUIRED' },
      'PasswordResetRequiredException: Password reset required for the user',
    ],
  ] as const;
  for (const [email, state, refusal] of cases) {
    pool.person(email, state);
    const given = await mailed(email);
    const code = pool.code(email);
    assert.equal(await refused(given, codeAnswer(email, otherThan(code))), WRONG_CODE);
    assert.equal(await refused(given, codeAnswer(email, code)), refusal);
  }
});

test('who has an authenticator app begins with a password, and a mailed code never gets round the app', async () => {
  const email = 'app@example.test';
  pool.person(email);
  const early = await mailed(email);
  const earlyCode = pool.code(email);
  const { AccessToken } = await pool.signIn(email, openClient);
  const { SecretCode } = await pool.perform<{ SecretCode: string }>('AssociateSoftwareToken', {
    AccessToken,
  });
  const UserCode = codeOfApp(SecretCode, pool.clock.now());
  await pool.perform('VerifySoftwareToken', { AccessToken, UserCode });
  const on = { Enabled: true, PreferredMfa: true };
  await pool.perform('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings: on });

  assert.deepEqual((await choose(email)).AvailableChallenges, ['PASSWORD_SRP', 'PASSWORD']);
  assert.equal((await mailed(email)).ChallengeName, 'SELECT_CHALLENGE');
  const afterMail = await respond(early, codeAnswer(email, earlyCode));
  assert.equal(afterMail.ChallengeName, 'SOFTWARE_TOKEN_MFA');
  const byPassword = await choose(email, { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD });
  assert.equal(byPassword.ChallengeName, 'SOFTWARE_TOKEN_MFA');
});

test('a pool that requires a second factor offers no mailed codes, to strangers neither', async () => {
  pool.pools.createUser(strictPool.id, { email: 'strict@example.test', password: PASSWORD });
  for (const email of ['strict@example.test', 'nobody@example.test']) {
    const { AvailableChallenges } = await choose(email, {}, strictClient);
    assert.deepEqual(AvailableChallenges, ['PASSWORD_SRP', 'PASSWORD']);
  }
});

test('the session of a confirmed sign-up signs in without a question: once, for that person, at that client', async () => {
  const signUp = async (email: string) => {
    const input = { ClientId: chooser.id, Username: email };
    await pool.perform('SignUp', { ...input, Password: PASSWORD });
    const ConfirmationCode = pool.code(email);
    const { Session } = await pool.perform<AuthAnswer>('ConfirmSignUp', {
      ...input,
      ConfirmationCode,
    });
    assert.ok(Session);
    return Session;
  };
  const Session = await signUp('new@example.test');
  const at = (email: string, client = chooser, session = Session) => ({
    ...chooseAuth(email, client),
    Session: session,
  });
  const refusal = (input: object) => pool.refusal('InitiateAuth', input);
  pool.person('other@example.test');
  assert.equal(await refusal(at('other@example.test')), INVALID);
  assert.equal(await refusal(at('new@example.test', frank)), INVALID);
  assert.equal(await refusal(at('new@example.test', chooser, 'x'.repeat(40))), INVALID);
  assert.match(await refusal(at('new@example.test', chooser, 'short')), /^InvalidParameter/);
  const done = await pool.perform<AuthAnswer>('InitiateAuth', at('NEW@example.test'));
  assert.ok(done.AuthenticationResult?.IdToken);
  assert.equal(await refusal(at('new@example.test')), INVALID);
  const late = await signUp('late@example.test');
  pool.clock.advance(180);
  assert.equal(await refusal(at('late@example.test', chooser, late)), EXPIRED);
});

test('a refused session says why to developers', async () => {
  const email = 'why@example.test';
  pool.person(email);
  pool.person('else@example.test');
  const given = await mailed(email);
  const code = pool.code(email);
  const reasonFor = (answer: object, reason: RegExp) =>
    assert.rejects(pool.pools.perform('RespondToAuthChallenge', answer), { reason });
  await reasonFor(answerTo(given, codeAnswer('else@example.test', code), chooser), /another user/);
  await reasonFor(answerTo(given, codeAnswer(email, code), frank), /another app client/);
  const foreign = { ...given, Session: 'x'.repeat(40) };
  await reasonFor(answerTo(foreign, codeAnswer(email, code), chooser), /not made by this stand-in/);
  const choice = { ...given, ChallengeName: 'PASSWORD' };
  const password = { USERNAME: email, PASSWORD };
  await reasonFor(answerTo(choice, password, chooser), /for EMAIL_OTP, not for PASSWORD/);
  await respond(given, codeAnswer(email, code));
  await reasonFor(answerTo(given, codeAnswer(email, code), chooser), /was used/);
});

test('a username longer than any is refused by its length', async () => {
  assert.match(
    await pool.refusal('InitiateAuth', chooseAuth('x'.repeat(129), chooser)),
    /^InvalidParameterException: .*'username'.*less than or equal to 128$/,
  );
  const longest = 'é'.repeat(128);
  const given = await mailed(longest);
  assert.equal(await refused(given, codeAnswer(longest, '12345678')), WRONG_CODE);
});

test('ConfirmSignUp gives no session to a client that cannot use it', async () => {
  const input = { ClientId: openClient.id, Username: 'plain@example.test' };
  await pool.perform('SignUp', { ...input, Password: PASSWORD });
  const ConfirmationCode = pool.code(input.Username);
  assert.deepEqual(await pool.perform('ConfirmSignUp', { ...input, ConfirmationCode }), {});
});
