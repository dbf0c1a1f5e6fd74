import { StartUpProblem } from '../processes/start-up-problem.ts';

/** A JSON Web Token, taken apart and not verified. */
export interface Token {
  text: string;
  claims: Readonly<Record<string, unknown>>;
  /** The pool that it says it is of, `eu-west-1_abc`; undefined when its issuer is no user pool. */
  poolId: string | undefined;
  region: string | undefined;
}

/** Takes a token apart; throws `StartUpProblem` with what it is instead. */
export function tokenFrom(given: string): Token {
  const text = given.trim().replace(/^Bearer\s+/i, '');
  const parts = text.split('.');
  if (parts.length === 5) {
    throw new StartUpProblem(
      'This is a refresh token (it has five parts): it opens no door. Use the ID or the access token.',
    );
  }
  const claims = parts.length === 3 ? claimsIn(parts[1] ?? '') : undefined;
  if (!claims) {
    throw new StartUpProblem(
      'This is no token: a JSON Web Token has three parts with dots between them. Was all of it copied?',
    );
  }
  // https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
  const issuer = /^https:\/\/cognito-idp\.([a-z\d-]+)\.amazonaws\.com\/([\w-]+_[0-9a-zA-Z]+)$/;
  const [, region, poolId] = issuer.exec(textIn(claims['iss'])) ?? [];
  return { text, claims, region, poolId };
}

function claimsIn(part: string): Record<string, unknown> | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    const isObject = typeof claims === 'object' && claims !== null && !Array.isArray(claims);
    return isObject ? (claims as Record<string, unknown>) : undefined;
  } catch {
    // Not JSON, so not a token.
    return undefined;
  }
}

/** A claim that is a text; else the empty text. */
export const textIn = (claim: unknown): string => (typeof claim === 'string' ? claim : '');

/** The scopes of an access token. */
export const scopesOf = ({ claims }: Token): string[] =>
  textIn(claims['scope']).split(' ').filter(Boolean);

/** The groups of a person. */
export function groupsOf({ claims }: Token): string[] {
  const groups = claims['cognito:groups'];
  return Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : [];
}

/** Whether a machine got it, by client credentials: then it stands for its app client and for nobody else. */
export const isMachines = ({ claims }: Token): boolean =>
  claims['token_use'] === 'access' && claims['username'] === undefined;
