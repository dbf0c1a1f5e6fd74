import assert from 'node:assert/strict';
import { createDiffieHellmanGroup, createHash, createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { poolNameOf } from '../directory/pool-settings.ts';
import type { AppClient } from '../directory/pool-settings.ts';
import { answerTo, chooseAuth } from '../testing/challenge.ts';
import type { AuthAnswer } from '../testing/challenge.ts';
import { PASSWORD, POOL, PoolUnderTest, openClient } from '../testing/pool-under-test.ts';
import { clientKey, proveBySrp } from '../testing/srp-client.ts';
import type { SrpChallenge } from '../testing/srp-client.ts';

let pool: PoolUnderTest;
const EMAIL = 'target@example.test';
const client: AppClient = {
  ...openClient,
  id: '1attacked00000000000000001',
  authFlows: [...openClient.authFlows, 'ALLOW_USER_AUTH'],
};
const N = createDiffieHellmanGroup('modp15').getPrime('hex');
const WRONG = 'NotAuthorizedException: Incorrect username or password.';

before(async () => {
  pool = await PoolUnderTest.open();
  pool.pools.addAppClient(POOL, client);
  pool.person(EMAIL);
});

after(() => {
  pool.close();
});

const srp = (SRP_A: string, USERNAME = EMAIL) => ({
  AuthFlow: 'USER_SRP_AUTH',
  ClientId: client.id,
  AuthParameters: { USERNAME, SRP_A },
});
const begin = (email = EMAIL) => pool.perform<SrpChallenge>('InitiateAuth', srp(clientKey, email));
const claim = (answers: Record<string, string>) =>
  pool.refusal(
    'RespondToAuthChallenge',
    answerTo({ ChallengeName: 'PASSWORD_VERIFIER' }, answers, client),
  );

/** The proof of somebody who knows no password, but made the shared secret zero by A ≡ 0 mod N. */
function proofOfNothing({ ChallengeParameters: given }: SrpChallenge, A: bigint) {
  const bytes = (value: bigint): Buffer => {
    const hex = value.toString(16);
    const even = hex.padStart(hex.length + (hex.length % 2), '0');
    return Buffer.from(parseInt(even.slice(0, 2), 16) > 127 ? `00${even}` : even, 'hex');
  };
  const B = BigInt(`0x${given.SRP_B}`);
  const u = createHash('sha256').update(bytes(A)).update(bytes(B)).digest();
  const extracted = createHmac('sha256', bytes(BigInt(`0x${u.toString('hex')}`)))
    .update(bytes(0n))
    .digest();
  const key = createHmac('sha256', extracted).update('Caldera Derived Key\u0001').digest();
  const TIMESTAMP = 'Fri Nov 20 21:59:08 UTC 2026';
  const signature = createHmac('sha256', key.subarray(0, 16))
    .update(poolNameOf(POOL) + given.USER_ID_FOR_SRP)
    .update(Buffer.from(given.SECRET_BLOCK, 'base64'))
    .update(TIMESTAMP)
    .digest('base64');
  return {
    USERNAME: given.USER_ID_FOR_SRP,
    PASSWORD_CLAIM_SECRET_BLOCK: given.SECRET_BLOCK,
    PASSWORD_CLAIM_SIGNATURE: signature,
    TIMESTAMP,
  };
}

test('SRP_A of zero modulo N gives no challenge to forge a proof for, wherever it is sent', async () => {
  const zero = [0n, 1n, 2n, 3n].map((times) => (times * BigInt(`0x${N}`)).toString(16));
  for (const SRP_A of [...zero, '000', `00${N}`]) {
    const preferring = chooseAuth(EMAIL, client, { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A });
    for (const input of [srp(SRP_A), srp(SRP_A, 'nobody@example.test'), preferring]) {
      // Were it answered, this would be the way in.
      const answer = await pool.pools
        .perform('InitiateAuth', input)
        .then((given) => proofOfNothing(given as SrpChallenge, BigInt(`0x${SRP_A}`)))
        .catch((error: unknown) => String(error));
      assert.match(JSON.stringify(answer), /Invalid SRP_A/);
    }
    const choice = await pool.perform<AuthAnswer>('InitiateAuth', chooseAuth(EMAIL, client));
    const chosen = { USERNAME: EMAIL, ANSWER: 'PASSWORD_SRP', SRP_A };
    assert.match(
      await pool.refusal('RespondToAuthChallenge', answerTo(choice, chosen, client)),
      /Invalid SRP_A$/,
    );
  }
});

test('SRP_A that is no number, or too large a one, is refused', async () => {
  for (const SRP_A of ['g', '-1', '0x10', ' ', '1 ', '1\n', 'f'.repeat(1537), '٣']) {
    assert.match(await pool.refusal('InitiateAuth', srp(SRP_A)), /^NotAuthorizedException/, SRP_A);
  }
  assert.match(await pool.refusal('InitiateAuth', srp('f'.repeat(200_000))), /Exception/);
});

test('a proof is for its own challenge, time and person, and works once', async () => {
  const given = await begin();
  const proof = proveBySrp(given, PASSWORD);
  assert.equal(await claim({ ...proof, TIMESTAMP: 'Fri Nov 20 21:59:09 UTC 2026' }), WRONG);
  assert.equal(await claim(proof), WRONG, 'a challenge has one try');

  const fresh = await begin();
  const right = proveBySrp(fresh, PASSWORD);
  const other = proveBySrp(await begin(), PASSWORD);
  const mixed = { ...right, PASSWORD_CLAIM_SIGNATURE: other['PASSWORD_CLAIM_SIGNATURE'] ?? '' };
  assert.equal(await claim(mixed), WRONG);
  assert.equal(await claim(other), 'no refusal');
  assert.equal(await claim(other), WRONG);

  pool.person('bystander@example.test');
  const foreign = proveBySrp(await begin('bystander@example.test'), PASSWORD);
  assert.equal(await claim({ ...foreign, USERNAME: EMAIL }), WRONG);
});

test('a secret block is no session, and a session no secret block', async () => {
  const { ChallengeParameters } = await begin();
  const choice = await pool.perform<AuthAnswer>('InitiateAuth', chooseAuth(EMAIL, client));
  const swapped = {
    ...proveBySrp(await begin(), PASSWORD),
    PASSWORD_CLAIM_SECRET_BLOCK: choice.Session ?? '',
  };
  assert.equal(await claim(swapped), 'NotAuthorizedException: Invalid session for the user.');
  const asSession = {
    ChallengeName: 'SELECT_CHALLENGE',
    Session: ChallengeParameters.SECRET_BLOCK,
  };
  const answer = { USERNAME: EMAIL, ANSWER: 'EMAIL_OTP' };
  assert.match(
    await pool.refusal('RespondToAuthChallenge', answerTo(asSession, answer, client)),
    /^(NotAuthorized|InvalidParameter)Exception/,
  );
});

test('a secret block that was changed anywhere is refused', async () => {
  const given = await begin();
  const block = Buffer.from(given.ChallengeParameters.SECRET_BLOCK, 'base64');
  for (const at of [0, 12, 28, block.length - 1]) {
    const changed = Buffer.from(block);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    const answers = {
      ...proveBySrp(given, PASSWORD),
      PASSWORD_CLAIM_SECRET_BLOCK: changed.toString('base64'),
    };
    assert.match(await claim(answers), /Invalid session for the user\.$/);
  }
});
