import { listIn } from './claim-value';
import type { Claims } from '../../shared/decoded-token';
import type { Door } from './door';
import type { PresentedToken } from './presented-token';

/** What the contract says will come of a request, before it is sent. */
export interface ExpectedAnswer {
  readonly status: number;
  readonly isOpen: boolean;
  readonly because: string;
}

/**
 * As a REST API's Cognito authorizer decides, and after it our functions.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html
 */
export function expectedAnswer(door: Door, token: PresentedToken): ExpectedAnswer {
  const refusal = door.token === 'none' ? null : refusalOf(door, token);
  if (refusal) return refusal;
  const { status } = door.probe;
  return { status, isOpen: true, because: `The door is open.${onPurpose[status] ?? ''}` };
}

/** Why something else than 200 answers a request that changes nothing. */
const onPurpose: Readonly<Record<number, string>> = {
  400: ' The function refuses the body, on purpose.',
  404: ' There is no story with this id, on purpose.',
};

function refusalOf(door: Door, token: PresentedToken): ExpectedAnswer | null {
  switch (token.state) {
    case 'none':
      return shut(401, 'The door wants a token, and the request carries none.');
    case 'tampered':
      return shut(401, 'Somebody has rewritten it, so the signature does not fit what it says.');
    case 'expired':
      return shut(401, 'It is genuine, but its time is over.');
    case 'genuine':
      return refusedByGateway(door, token.claims) ?? refusedByFunction(door, token.claims);
  }
}

function refusedByGateway({ token, pools, scopes }: Door, claims: Claims): ExpectedAnswer | null {
  if (!pools.includes('people')) {
    return shut(
      401,
      'The door takes tokens of the services pool; yours come from the people pool.',
    );
  }
  if (claims['token_use'] !== token) {
    return token === 'id'
      ? shut(401, 'The method has no scopes, so it wants the ID token; this is the access token.')
      : shut(401, 'The method has scopes, so it wants the access token; this is the ID token.');
  }
  const held = listIn(claims['scope']);
  if (token === 'id' || scopes.some((scope) => held.includes(scope))) return null;
  return shut(401, `The token has none of the scopes ${scopes.join(', ')}.`);
}

function refusedByFunction({ group }: Door, claims: Claims): ExpectedAnswer | null {
  if (group === null || listIn(claims['cognito:groups']).includes(group)) return null;
  return shut(403, `The gateway lets it through; the function asks for the group ${group}.`);
}

const shut = (status: 401 | 403, because: string): ExpectedAnswer => ({
  status,
  isOpen: false,
  because,
});
