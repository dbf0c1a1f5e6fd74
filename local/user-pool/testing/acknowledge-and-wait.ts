import { systemClock } from '../../clock.ts';
import { openMailbox } from '../../mailbox/mailbox.ts';
import { DEMO_PEOPLE, cliClient, webClient } from '../../seed/identities.ts';
import { seedPeople } from '../../seed/people.ts';
import { openState } from '../../state/state.ts';
import { openUserPools } from '../user-pools.ts';
import { PASSWORD, passwordAuth } from './pool-under-test.ts';
import type { Tokens } from './pool-under-test.ts';

/** Works on the pools in the folder it is given, tells what was acknowledged, and waits to be killed. */
const [, , folder = ''] = process.argv;
const state = await openState(folder);
const { database } = state;
const mailbox = openMailbox({ database, clock: systemClock });
const pools = await openUserPools({ database, clock: systemClock, mailbox });
seedPeople(state, pools, systemClock.now());

async function refreshToken(): Promise<string> {
  const answer = await pools.perform('InitiateAuth', passwordAuth(DEMO_PEOPLE[0].email, cliClient));
  return (answer as { AuthenticationResult: Tokens }).AuthenticationResult.RefreshToken;
}

const kept = await refreshToken();
const revoked = await refreshToken();
await pools.perform('RevokeToken', { ClientId: cliClient.id, Token: revoked });
const account = { ClientId: webClient.id, Username: 'survivor@example.test', Password: PASSWORD };
await pools.perform('SignUp', account);
console.log(JSON.stringify({ kept, revoked }));
setInterval(() => undefined, 1000);
