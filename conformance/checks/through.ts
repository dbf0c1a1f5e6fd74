import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Check, ClientName, HouseName, Statement } from '../check.ts';
import { amplify } from '../clients/amplify.ts';
import { awsCli } from '../clients/aws-cli.ts';
import { awsSdk, sdkFor } from '../clients/aws-sdk.ts';
import { cognitoIdentityJs } from '../clients/cognito-identity-js.ts';
import { oauth4webapi } from '../clients/oauth4webapi.ts';
import type { OAuthClientKind } from '../clients/oauth-client.ts';
import { openidClient } from '../clients/openid-client.ts';
import { plainOAuth } from '../clients/plain-oauth.ts';
import type { PoolClient, PoolClientKind } from '../clients/pool-client.ts';
import type { House } from '../house/house.ts';

const poolClients: readonly PoolClientKind[] = [amplify, awsSdk, cognitoIdentityJs, awsCli];
const oauthClients: readonly OAuthClientKind[] = [openidClient, oauth4webapi, plainOAuth];

/** Clients that cannot express an expectation. */
interface Except {
  readonly except?: readonly ClientName[];
}

/** An expectation of a user pool, through every client that signs people up and in. */
export function throughPoolClients(
  statement: Statement & Except,
  run: (client: PoolClient, house: House) => Promise<void>,
): Check[] {
  const { rows, title, except = [] } = statement;
  return poolClients
    .filter(({ name }) => !except.includes(name))
    .map((kind) => ({
      rows,
      title,
      client: kind.name,
      house: kind.name === 'AWS CLI' ? 'terminal' : 'everyday',
      run: (house) => run(kind.open(house), house),
    }));
}

/** An expectation of the OAuth endpoints, through every client that speaks OAuth. */
export function throughOAuthClients(
  statement: Statement & Except,
  run: (client: OAuthClientKind, house: House) => Promise<void>,
): Check[] {
  const { rows, title, except = [] } = statement;
  return oauthClients
    .filter(({ name }) => !except.includes(name))
    .map((kind) => ({
      rows,
      title,
      client: kind.name,
      house: 'everyday',
      run: (house) => run(kind, house),
    }));
}

/** An expectation through one client, which the function uses by itself. */
export function through(
  client: ClientName,
  statement: Statement,
  run: (house: House) => Promise<void>,
  house: HouseName = 'everyday',
): Check[] {
  return [{ rows: statement.rows, title: statement.title, client, house, run }];
}

/** An expectation of an operation that only the AWS SDK and the terminal know. */
export function throughSdk(
  statement: Statement,
  run: (sdk: CognitoIdentityProviderClient, house: House) => Promise<void>,
  house: HouseName = 'everyday',
): Check[] {
  return through('AWS SDK', statement, (it) => run(sdkFor(it), it), house);
}
