import type { TokenKind } from '../../session';
import type { Claims } from '../../shared/decoded-token';

/** One sentence on what a claim is and who checks it. */
export function claimWords(kind: TokenKind, name: string): string {
  if (name.startsWith('custom:')) return 'An attribute that this user pool has defined itself.';
  if (name === 'token_use') return use[kind];
  const known = Object.hasOwn(words, name) ? words[name] : undefined;
  return known ?? 'This page does not know it; neither the gateway nor our functions ask for it.';
}

const use: Readonly<Record<TokenKind, string>> = {
  id: 'Says that this is the ID token; the gateway takes it where a method has no scopes.',
  access: 'Says that this is the access token; the gateway takes it where a method has scopes.',
};

/**
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
 * and `…-using-the-access-token.html`; who checks is what our contracts and handlers do.
 */
const words: Readonly<Record<string, string>> = {
  alg: 'How the signature was made. The gateway takes RS256 and nothing else.',
  kid: 'Which of the user pool’s public keys fits the signature. The gateway looks it up.',
  typ: 'What this text is. Nobody checks it.',
  iss: 'The user pool that issued the token. The gateway compares it with the pools of the method’s authorizer.',
  aud: 'The app client it was issued to. The gateway compares it with our clients (identityValidationExpression).',
  client_id:
    'The app client it was issued to: the access token’s word for aud. Our REST authorizers do not compare it.',
  exp: 'When it ends. After this second the gateway refuses it.',
  iat: 'When it was issued.',
  nbf: 'When it begins to be good.',
  auth_time: 'When you signed in. A refresh keeps it.',
  jti: 'The number of this very token. Each refresh brings another.',
  origin_jti:
    'The number of the sign-in it descends from. Revoking the refresh token ends the whole line, but the gateway does not ask.',
  event_id: 'The sign-in event that Cognito’s logs know it by. Nobody checks it.',
  sub: 'You, as the user pool counts: it stays when your e-mail address changes. Our functions know you by it.',
  'cognito:username': 'Your user name in the pool; here it is the same as sub.',
  username: 'Your user name in the pool: the access token’s word for cognito:username.',
  email: 'Your e-mail address. The masthead shows it; nobody decides anything by it.',
  email_verified: 'Whether the address has been confirmed with a code.',
  'cognito:groups':
    'Your groups. Not the gateway but our functions look for admin, which makes an editor.',
  'cognito:roles': 'The IAM roles of your groups, for identity pools. Presspass has none.',
  'cognito:preferred_role':
    'The IAM role of your group with the highest precedence, for identity pools.',
  scope:
    'The doors it opens. The gateway wants one of the method’s scopes; a sign-in with a password issues only aws.cognito.signin.user.admin.',
  version: 'The version of the access token’s format.',
  at_hash:
    'A digest of the access token that came along, so that nobody swaps it. A client may check it.',
  nonce: 'What the app sent along at the managed login, to know its answer by.',
  name: 'Your name, as you gave it.',
  device_key: 'The remembered device you signed in on.',
};

const elsewhere: Readonly<Record<TokenKind, readonly (readonly [name: string, why: string])[]>> = {
  id: [
    ['scope', 'so it opens no door that has scopes'],
    ['client_id', 'its app client is in aud'],
  ],
  access: [
    ['aud', 'so an authorizer that compares aud refuses it'],
    ['email', 'so a function that wants your address needs the ID token'],
    ['cognito:username', 'it is called username here'],
  ],
};

/** What one may look for in such a token in vain, and why it matters. */
export function absentClaims(
  kind: TokenKind,
  claims: Claims,
): readonly (readonly [name: string, why: string])[] {
  return elsewhere[kind].filter(([name]) => !Object.hasOwn(claims, name));
}
