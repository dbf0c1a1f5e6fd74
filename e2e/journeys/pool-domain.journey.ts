import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from '../fixtures.ts';
import { reader } from '../paper/people.ts';

const clientId = '1presspassweb0000000000001';
/** Where the app client lets browsers be sent; nobody needs to be there. */
const callback = 'http://localhost:4200/sign-in';

test('signs in at the pool’s own page with the keyboard, and comes back with a code that buys tokens', async ({
  page,
  paper,
  watch,
}) => {
  watch.expectInConsole(/localhost:4200/);
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callback,
    scope: 'openid email',
    state: 'as it was',
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  });
  await page.goto(`${paper.edge}/oauth2/authorize?${query.toString()}`);
  await expect(page.getByLabel('Email address')).toBeFocused();
  await page.keyboard.type(reader.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Not-The-Pass-1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Incorrect username or password.');
  await expect(page.getByLabel('Email address')).toHaveValue(reader.email);
  await page.getByLabel('Password').fill(reader.password);
  const [sentBack] = await Promise.all([
    page.waitForRequest((request) => request.url().startsWith(`${callback}?`)),
    page.keyboard.press('Enter'),
  ]);
  const { searchParams } = new URL(sentBack.url());
  expect(searchParams.get('state')).toBe('as it was');
  const answer = await fetch(`${paper.edge}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: callback,
      code: searchParams.get('code') ?? '',
      code_verifier: verifier,
    }),
  });
  const { id_token: passport } = (await answer.json()) as { id_token: string };
  const me = await fetch(`${paper.url}/api/me`, { headers: { Authorization: passport } });
  expect(await me.json()).toMatchObject({ email: reader.email });
});
