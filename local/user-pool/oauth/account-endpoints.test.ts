import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { APP_CLIENT_IDS, PEOPLE_POOL_ID, webClient } from '../../seed/identities.ts';
import { Browser } from '../testing/browser.ts';
import { basic, refusalIn } from '../testing/domain-under-test.ts';
import type { DomainUnderTest } from '../testing/domain-under-test.ts';
import {
  READER,
  nativeAccessToken,
  openDomainWithPeople,
  otherClient,
  signInAtPage,
  signInQuery,
  tokensFor,
} from '../testing/oauth-people.ts';

let domain: DomainUnderTest;

before(async () => {
  domain = await openDomainWithPeople();
});

after(() => domain.close());

describe('the revocation endpoint', () => {
  const revoke = (form: Record<string, string>, headers = {}): Promise<Response> =>
    domain.post('/oauth2/revoke', form, headers);

  it('ends a sign-in, and does not mind being asked twice', async () => {
    const tokens = await tokensFor(domain, 'openid aws.cognito.signin.user.admin');
    const form = { token: tokens.refresh_token ?? '', client_id: webClient.id };
    for (let times = 0; times < 2; times += 1) {
      const response = await revoke(form);
      assert.equal(response.status, 200);
      assert.equal(await response.text(), '');
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
    }
    await assert.rejects(
      domain.pools.perform('GetUser', { AccessToken: tokens.access_token }),
      /Access Token has been revoked/,
    );
  });

  it('refuses what is missing, of another kind, or of another client', async () => {
    const client_id = webClient.id;
    const tokens = await tokensFor(domain, 'openid');
    assert.equal(await refusalIn(await revoke({ client_id })), '400 invalid_request');
    assert.equal(await refusalIn(await revoke({ token: 'x' })), '400 invalid_request');
    const jwt = await revoke({ client_id, token: tokens.access_token });
    assert.equal(await refusalIn(jwt), '400 unsupported_token_type');
    const token = tokens.refresh_token ?? '';
    const foreign = await revoke({ token, client_id: otherClient.id });
    assert.equal(await refusalIn(foreign), '400 unauthorized_client');
    const unknown = await revoke({ token, client_id: 'unknown' });
    assert.equal(await refusalIn(unknown), '401 invalid_client');
    const wrong = basic(APP_CLIENT_IDS.weather, 'wrong');
    const refused = await revoke({ token }, { Authorization: wrong });
    assert.equal(await refusalIn(refused), '401 invalid_client');
    assert.equal((await revoke({ client_id, token: 'unknown' })).status, 200);
    assert.equal((await fetch(`${domain.url}/oauth2/revoke`)).status, 405);
  });
});

describe('the userInfo endpoint', () => {
  const ask = (token: string, method = 'GET'): Promise<Response> =>
    fetch(`${domain.url}/oauth2/userInfo`, { method, headers: { Authorization: token } });

  it('tells by GET and POST what the scopes allow, all of it as strings', async () => {
    const { access_token: token } = await tokensFor(domain, 'openid email', otherClient);
    for (const method of ['GET', 'POST']) {
      const response = await ask(`Bearer ${token}`, method);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
      const { sub, username, ...others } = (await response.json()) as Record<string, unknown>;
      assert.equal(sub, username);
      assert.deepEqual(others, { email: READER, email_verified: 'true' });
    }
  });

  it('wants a Bearer token', async () => {
    const description = 'Bad OAuth2 request at UserInfo Endpoint';
    for (const header of ['', 'Bearer ', 'Basic abc', 'Bearer a b', 'abc']) {
      const response = await ask(header);
      assert.equal(response.status, 400, header);
      const expected = `error="invalid_request", error_description="${description}"`;
      assert.equal(response.headers.get('www-authenticate'), expected);
    }
  });

  it('refuses tokens that are no good, and those of a sign-in by the pool', async () => {
    const tokens = await tokensFor(domain, 'openid');
    const NOT_GOOD =
      'Access token is expired, disabled, or deleted, or the user has globally signed out.';
    const NO_OPENID = 'Access token does not contain openid scope';
    const changed = `${tokens.access_token.slice(0, -4)}AAAA`;
    const native = await nativeAccessToken(domain);
    const weather = await domain.token({
      grant_type: 'client_credentials',
      client_id: APP_CLIENT_IDS.weather,
      client_secret: domain.pools.clientSecret(APP_CLIENT_IDS.weather) ?? '',
    });
    for (const [token, description] of [
      [tokens.id_token ?? '', NOT_GOOD],
      [changed, NOT_GOOD],
      ['a.b.c', NOT_GOOD],
      [weather.access_token, NOT_GOOD],
      [native, NO_OPENID],
    ] as const) {
      const response = await ask(`Bearer ${token}`);
      assert.equal(response.status, 401);
      const expected = `error="invalid_token", error_description="${description}"`;
      assert.equal(response.headers.get('www-authenticate'), expected);
      assert.ok(response.headers.get('x-presspass-reason'));
    }
    domain.clock.advance(3600);
    assert.equal((await ask(`Bearer ${tokens.access_token}`)).status, 401);
  });

  it('refuses a token whose sign-in was ended', async () => {
    const tokens = await tokensFor(domain, 'openid');
    const form = { token: tokens.refresh_token ?? '', client_id: webClient.id };
    await domain.post('/oauth2/revoke', form);
    assert.equal((await ask(`Bearer ${tokens.access_token}`)).status, 401);
  });
});

describe('the logout endpoint', () => {
  const at = (browser: Browser, query: Record<string, string>) =>
    browser.get(`/logout?${new URLSearchParams(query).toString()}`);
  const here = { client_id: webClient.id, logout_uri: 'http://localhost:4200/' };

  it('forgets the browser and sends it to the sign-out URL', async () => {
    const browser = new Browser(domain.url);
    await signInAtPage(browser, signInQuery());
    const kept = new Map(browser.cookies);
    const visit = await at(browser, here);
    assert.equal(visit.headers.get('location'), 'http://localhost:4200/');
    const elsewhere = await at(browser, { ...here, logout_uri: 'http://localhost:5123/' });
    assert.equal(elsewhere.headers.get('location'), 'http://localhost:5123/');
    for (const [name, value] of kept) browser.cookies.set(name, value);
    const again = await browser.get(`/oauth2/authorize?${signInQuery()}`);
    assert.equal(again.location.pathname, '/login', 'the old cookie is worth nothing');
  });

  it('leads to the sign-in page with redirect_uri', async () => {
    const query = Object.fromEntries(new URLSearchParams(signInQuery()));
    const visit = await at(new Browser(domain.url), query);
    assert.equal(visit.headers.get('location'), `/login?${signInQuery()}`);
  });

  it('sends nobody to an address that is not registered', async () => {
    for (const changes of [
      { logout_uri: 'http://localhost:4200' },
      { logout_uri: 'http://localhost:4200/?a' },
      { logout_uri: 'http://localhost:4200/sign-in' },
      { logout_uri: 'http://localhost:5123/sign-in' },
      { logout_uri: 'http://localhost:4200@evil.test/' },
      { logout_uri: '//evil.test' },
      { logout_uri: '' },
      { client_id: 'unknown' },
      { client_id: '' },
      { client_id: otherClient.id },
      { logout_uri: '', redirect_uri: 'https://evil.test', response_type: 'code' },
    ] as Record<string, string>[]) {
      const browser = new Browser(domain.url);
      await signInAtPage(browser, signInQuery());
      const visit = await at(browser, { ...here, ...changes });
      assert.equal(visit.location.pathname, '/error', JSON.stringify(changes));
      assert.ok(browser.cookies.has(`cognito-${PEOPLE_POOL_ID}`), 'nobody was signed out');
    }
  });
});

describe('the OpenID configuration', () => {
  it("has AWS's issuer, and everything else at the stand-in", () => {
    const found = domain.pools.openidConfiguration(PEOPLE_POOL_ID, 'http://localhost:4300');
    const { issuer, ...others } = found as Record<string, unknown>;
    assert.equal(issuer, `https://cognito-idp.eu-west-1.amazonaws.com/${PEOPLE_POOL_ID}`);
    assert.doesNotMatch(JSON.stringify(others), /amazonaws/);
    assert.equal(others['token_endpoint'], 'http://localhost:4300/oauth2/token');
    assert.equal(others['end_session_endpoint'], 'http://localhost:4300/logout');
  });
});
