import { plainWords } from './plain-words.ts';
import { PASSWORD } from './props.ts';
import type { Props } from './props.ts';
import type { Dictionary } from './values.ts';

/** Operations that could take away what everything else stands on: they meet only what may be lost. */
const farReaching =
  /^(Delete|Update)(UserPoolClient|Group|ResourceServer|UserPool)|^SetUserPoolMfaConfig$/;

/** What members may hold that mean something, for a request to `operation`. */
export function wordsFor(operation: string, props: Props): Dictionary {
  const { known, clientId, usernames, tokens, session } = props;
  const isFarReaching = farReaching.test(operation);
  const clients = [clientId, ...Object.values(known.clients).map(({ id }) => id)];
  const refresh = tokens.map(({ RefreshToken }) => RefreshToken);
  const pools = Object.values(known.pools);
  const changing: Readonly<Record<string, readonly string[]>> = {
    UserPoolId: operation === 'SetUserPoolMfaConfig' ? [known.pools.services] : pools,
    ClientId: isFarReaching ? [clientId] : clients,
    ...(isFarReaching ? { Identifier: ['campaign'] } : {}),
    Username: usernames,
    USERNAME: usernames,
    username: usernames,
    password: [PASSWORD],
    AccessToken: tokens.map(({ AccessToken }) => AccessToken),
    RefreshToken: refresh,
    REFRESH_TOKEN: refresh,
    Token: refresh,
    Session: [session],
    SecretHash: ['bm8gaGFzaA=='],
  };
  const words = new Map(Object.entries({ ...plainWords, ...changing }));
  return (name, random) => {
    const found = words.get(name);
    return found && random.pick(found);
  };
}
