import type { OAuthClientKind, TokenMembers } from '../clients/oauth-client.ts';
import { Browser } from '../house/browser.ts';
import type { House } from '../house/house.ts';

/** The app's own callback, as its client names it. */
export const redirectUri = 'http://localhost:4200/sign-in';
export const scope = 'openid email profile aws.cognito.signin.user.admin';

/** Tokens of somebody who signed in on the pool’s own page, as the browser’s app client. */
export async function signedInByBrowser(
  kind: OAuthClientKind,
  house: House,
  person = house.demo('reader'),
): Promise<TokenMembers> {
  const client = await kind.open(house, 'people', house.client('presspass-web'));
  const begun = await client.beginSignIn({ redirectUri, scope });
  return begun.finish(await new Browser().signIn(begun.url, person));
}
