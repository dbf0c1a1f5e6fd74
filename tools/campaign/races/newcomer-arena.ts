import type { Arena } from './arena.ts';
import { mustPerform } from '../pool-client.ts';
import { PASSWORD, answerOf, codeFor, mailsTo, passwordState, userState } from './ground.ts';
import type { Ground } from './ground.ts';

interface Newcomer {
  email: string;
  code: string;
}

const other = 'Second-Pass-2026';

/** Somebody who has signed up and not confirmed yet. */
export function newcomerArena(ground: Ground): Arena<Newcomer> {
  const { url, ClientId, UserPoolId, name } = ground;
  const account = ({ email }: Newcomer): object => ({ ClientId, Username: email });
  const named = ({ email }: Newcomer): object => ({ UserPoolId, Username: email });
  const permanent = { Password: other, Permanent: true };
  return {
    name: 'somebody who has signed up',
    make: async () => {
      const email = `${name()}@example.test`;
      await mustPerform(url, 'SignUp', { ClientId, Username: email, Password: PASSWORD });
      return { email, code: await codeFor(url, email) };
    },
    writes: [
      write('ConfirmSignUp', (one) => ({ ...account(one), ConfirmationCode: one.code })),
      write('ResendConfirmationCode', account),
      write('SignUp', (one) => ({ ...account(one), Password: other })),
      write('AdminCreateUser', named),
      write('AdminConfirmSignUp', named),
      write('AdminSetUserPassword', (one) => ({ ...named(one), ...permanent })),
      write('AdminDeleteUser', named),
    ],
    look: async ({ email }) => {
      const opens = await passwordState(ground, email, [PASSWORD, other]);
      return `${await userState(ground, email)} ${opens} mails ${await mailsTo(url, email)}`;
    },
  };

  function write(operation: string, input: (newcomer: Newcomer) => object) {
    const perform = (newcomer: Newcomer) => answerOf(url, operation, input(newcomer));
    return { name: operation, perform };
  }
}
