/** Ways to the same handler: through each kind of gateway, past an authorizer or not. */
export const doors = [
  { kind: 'a REST API', path: '/rest/open', token: 'none' },
  { kind: 'a REST API', path: '/rest/id', token: 'IdToken' },
  { kind: 'a REST API', path: '/rest/scope', token: 'AccessToken' },
  { kind: 'an HTTP API', path: '/http-api/open', token: 'none' },
  { kind: 'an HTTP API', path: '/http-api/id', token: 'IdToken' },
  { kind: 'an HTTP API', path: '/http-api/scope', token: 'AccessToken' },
] as const;

export type Door = (typeof doors)[number];

/** Where the server of the doors hands out tokens. */
export const tokensPath = '/tokens.json';

/** Both JWTs of somebody who has signed in. */
export interface Tokens {
  IdToken: string;
  AccessToken: string;
}
