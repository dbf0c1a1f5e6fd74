import type { PoolClient } from '../clients/pool-client.ts';
import type { Person, UserTokens } from '../house/house.ts';

/** Signs in where nothing more is asked for; throws when something is. */
export async function signedIn(client: PoolClient, person: Person): Promise<UserTokens> {
  const step = await client.signIn(person);
  if (step.kind === 'signed in') return step.tokens;
  throw new Error(`The sign-in wants ${step.name}.`);
}
