import type { Arena } from './arena.ts';
import { mustPerform } from '../pool-client.ts';
import { PASSWORD, answerOf, newPerson, passwordState, userState } from './ground.ts';
import type { Ground } from './ground.ts';

interface Novice {
  email: string;
  /** Of the challenge to choose a password. */
  session: string;
}

const chosen = ['Chosen-Pass-2026', 'Changed-Pass-2026', 'Third-Pass-2026'] as const;

/** Somebody who has been asked to choose a password: the session of that is good once. */
export function noviceArena(ground: Ground): Arena<Novice> {
  const { url, ClientId, UserPoolId } = ground;
  const named = ({ email }: Novice): object => ({ UserPoolId, Username: email });
  const answer = ({ email, session }: Novice, NEW_PASSWORD: string): object => ({
    ClientId,
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: session,
    ChallengeResponses: { USERNAME: email, NEW_PASSWORD },
  });
  return {
    name: 'a challenge',
    make: () => newNovice(ground),
    writes: [
      write('RespondToAuthChallenge', (one) => answer(one, chosen[0])),
      write('RespondToAuthChallenge', (one) => answer(one, chosen[1]), ' otherwise'),
      write('AdminSetUserPassword', (one) => ({
        ...named(one),
        Password: chosen[2],
        Permanent: true,
      })),
      write('AdminDisableUser', named),
      write('AdminDeleteUser', named),
    ],
    look: async ({ email }) =>
      `${await userState(ground, email)} ${await passwordState(ground, email, [...chosen, PASSWORD])}`,
  };

  function write(operation: string, input: (novice: Novice) => object, more = '') {
    const perform = (novice: Novice) => answerOf(url, operation, input(novice));
    return { name: operation + more, perform };
  }
}

async function newNovice(ground: Ground): Promise<Novice> {
  const { url, ClientId, UserPoolId } = ground;
  const email = await newPerson(ground);
  const temporary = { UserPoolId, Username: email, Password: PASSWORD, Permanent: false };
  await mustPerform(url, 'AdminSetUserPassword', temporary);
  const { Session } = await mustPerform(url, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId,
    AuthParameters: { USERNAME: email, PASSWORD },
  });
  return { email, session: String(Session) };
}
