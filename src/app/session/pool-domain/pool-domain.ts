import type { Configuration } from '../../shared/configuration';

/** The user pool's domain, and this app as a client of it. */
export interface PoolDomain {
  /** As the ID tokens name it; not an address of the domain. */
  readonly issuer: string;
  /** Where the domain is: `https://<prefix>.auth.<region>.amazoncognito.com`. */
  readonly origin: string;
  /** Where the public keys of the user pool are. */
  readonly keys: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** Where the domain sends the browser back to, as it is registered. */
  readonly signInUri: string;
  readonly signOutUri: string;
}

/**
 * The domain in Amplify's `auth.oauth`; `null` where the user pool has none that leads back to `appOrigin`.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html
 */
export function poolDomainIn(
  { outputs, localEndpoint }: Configuration,
  appOrigin: string,
): PoolDomain | null {
  const auth = recordIn(outputs, 'auth');
  const oauth = recordIn(auth, 'oauth');
  const region = textIn(auth, 'aws_region');
  const poolId = textIn(auth, 'user_pool_id');
  const domain = textIn(oauth, 'domain');
  if (!domain || oauth['response_type'] !== 'code') return null;

  const issuer = `https://cognito-idp.${region}.amazonaws.com/${poolId}`;
  const local = recordIn(recordIn(outputs, 'custom'), 'local');
  const addresses = {
    signInUri: new URL('/sign-in', appOrigin).href,
    signOutUri: new URL('/', appOrigin).href,
  };
  const known: Known = localEndpoint === null ? isListed : isListedButForThePort;
  if (!known(textsIn(oauth, 'redirect_sign_in_uri'), addresses.signInUri)) return null;
  if (!known(textsIn(oauth, 'redirect_sign_out_uri'), addresses.signOutUri)) return null;
  return {
    issuer,
    origin: new URL(textIn(local, 'domain') || `https://${domain}`).origin,
    keys: `${localEndpoint === null ? issuer : new URL(poolId, localEndpoint).href}/.well-known/jwks.json`,
    clientId: textIn(auth, 'user_pool_client_id'),
    scopes: textsIn(oauth, 'scopes'),
    ...addresses,
  };
}

type Known = (registered: readonly string[], address: string) => boolean;

/** The domain compares to the letter. */
const isListed: Known = (registered, address) => registered.includes(address);

/** The stand-in lets the app run on any port of this machine. */
const isListedButForThePort: Known = (registered, address) =>
  registered.some((one) => withoutPort(one) === withoutPort(address));

const withoutPort = (address: string): string => address.replace(/:\d+(?=\/)/, '');

function recordIn(parent: Readonly<Record<string, unknown>>, name: string): typeof parent {
  const value = parent[name];
  return typeof value === 'object' && value !== null ? (value as typeof parent) : {};
}

function textIn(parent: Readonly<Record<string, unknown>>, name: string): string {
  const value = parent[name];
  return typeof value === 'string' ? value : '';
}

function textsIn(parent: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const value = parent[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
