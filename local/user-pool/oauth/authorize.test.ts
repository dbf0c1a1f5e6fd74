import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { APP_CLIENT_IDS, PEOPLE_POOL_ID, webClient } from '../../seed/identities.ts';
import { Browser } from '../testing/browser.ts';
import { refusalIn } from '../testing/domain-under-test.ts';
import type { DomainUnderTest } from '../testing/domain-under-test.ts';
import {
  CALLBACK,
  CHALLENGE,
  PASSWORD,
  READER,
  implicitClient,
  openDomainWithPeople,
  otherClient,
  signInAtPage,
  signInQuery,
} from '../testing/oauth-people.ts';

let domain: DomainUnderTest;

before(async () => {
  domain = await openDomainWithPeople();
});

after(() => domain.close());

const at = async (query: string, browser = new Browser(domain.url)) =>
  browser.get(`/oauth2/authorize?${query}`);

async function errorAt(query: string): Promise<string> {
  const visit = await at(query);
  assert.equal(visit.status, 302);
  assert.ok(visit.headers.get('x-presspass-reason'), query);
  return visit.location.href;
}

describe('the authorization endpoint', () => {
  it('sends a browser that is not signed in to the sign-in page, with the same query', async () => {
    const query = signInQuery({ code_challenge: CHALLENGE, code_challenge_method: 'S256' });
    const visit = await at(query);
    assert.equal(visit.status, 302);
    assert.equal(visit.headers.get('location'), `/login?${query}`);
  });

  it('sends a signed-in browser straight back with a code and the state', async () => {
    const browser = new Browser(domain.url);
    await signInAtPage(browser, signInQuery());
    const { location } = await at(signInQuery(), browser);
    assert.equal(location.origin + location.pathname, CALLBACK);
    assert.equal(location.searchParams.get('state'), 'the state');
    assert.match(location.searchParams.get('code') ?? '', /^[\w-]{43}$/);
  });

  it('asks again after an hour, and when the client wants that', async () => {
    const browser = new Browser(domain.url);
    await signInAtPage(browser, signInQuery());
    const login = await at(signInQuery({ prompt: 'login' }), browser);
    assert.equal(login.location.pathname, '/login');
    domain.clock.advance(3600);
    assert.equal((await at(signInQuery(), browser)).location.pathname, '/login');
  });

  it('does not ask anybody when the client wants that', async () => {
    const { searchParams } = (await at(signInQuery({ prompt: 'none' }))).location;
    assert.equal(searchParams.get('error'), 'login_required');
    assert.equal(searchParams.get('state'), 'the state');
  });

  it('takes no cookie of a user who was disabled since, nor one of another pool', async () => {
    const browser = new Browser(domain.url);
    await signInAtPage(browser, signInQuery());
    const named = { UserPoolId: PEOPLE_POOL_ID, Username: READER };
    await domain.pools.perform('AdminDisableUser', named);
    assert.equal((await at(signInQuery(), browser)).location.pathname, '/login');
    await domain.pools.perform('AdminEnableUser', named);
    assert.equal((await at(signInQuery(), browser)).location.pathname, '/sign-in');
    const temporary = { ...named, Password: 'Other-Pass-2026', Permanent: false };
    await domain.pools.perform('AdminSetUserPassword', temporary);
    assert.equal((await at(signInQuery(), browser)).location.pathname, '/login');
    const permanent = { ...named, Password: PASSWORD, Permanent: true };
    await domain.pools.perform('AdminSetUserPassword', permanent);
    assert.equal((await at(signInQuery(), browser)).location.pathname, '/sign-in');
    const planted = new Browser(domain.url);
    planted.cookies.set('cognito-eu-west-1_pressServ', [...browser.cookies.values()].join(''));
    planted.cookies.set(`cognito-${PEOPLE_POOL_ID}`, 'guessed');
    assert.equal((await at(signInQuery(), planted)).location.pathname, '/login');
  });

  it('never sends anybody to an address that the client has not registered to the letter', async () => {
    for (const redirect of [
      'http://localhost:4200/sign-in/',
      'http://localhost:4200/sign-in?a=b',
      'http://localhost:4200/sign-in#a',
      'http://localhost:4200/sign-in/../evil',
      'http://localhost:4200/sign-in.evil.test',
      'http://localhost:4200/%73ign-in',
      'http://localhost:4200@evil.test/sign-in',
      'http://localhost.:4200/sign-in',
      'http://localhost:99999/sign-in',
      'http://localhost:/sign-in',
      'http://localhost:4200evil.test/sign-in',
      'http://127.0.0.1:4200/sign-in',
      'http://localhost:4201/sign-in/',
      'http://localhost:4201/sign-in?a=b',
      'http://localhost:4201@evil.test/sign-in',
      'HTTP://LOCALHOST:4200/sign-in',
      'https://localhost:4200/sign-in',
      ' http://localhost:4200/sign-in',
      'http://localhost:4200/sign-in\r\nSet-Cookie: a=b',
      '//evil.test',
      'javascript:alert(1)',
      'https://other.test/cb',
    ]) {
      const place = `http://localhost/error?error=redirect_mismatch&client_id=${webClient.id}`;
      const query = signInQuery({ redirect_uri: redirect });
      assert.equal(await errorAt(query), place, redirect);
      const login = await new Browser(domain.url).get(`/login?${query}`);
      assert.equal(login.location.href, place);
    }
  });

  it('takes any port of this machine for the browser’s client, and for no other', async () => {
    const browser = new Browser(domain.url);
    const elsewhere = { redirect_uri: 'http://localhost:5123/sign-in' };
    const { location } = await signInAtPage(browser, signInQuery(elsewhere));
    assert.equal(location.origin + location.pathname, elsewhere.redirect_uri);
    const code = location.searchParams.get('code') ?? '';
    const form = { grant_type: 'authorization_code', client_id: webClient.id, code };
    const response = await domain.post('/oauth2/token', { ...form, redirect_uri: CALLBACK });
    assert.equal(await refusalIn(response), '400 unauthorized_client', 'the port is held on to');
    const exact = signInQuery({ client_id: otherClient.id, ...elsewhere });
    assert.match(await errorAt(exact), /redirect_mismatch/);
  });

  it('shows its own error page while it does not know the client', async () => {
    for (const [changes, error] of [
      [{ client_id: 'unknown' }, 'Client does not exist.'],
      [{ client_id: undefined }, "Required String parameter 'client_id' is not present"],
      [{ redirect_uri: undefined }, "Required String parameter 'redirect_uri' is not present"],
      [{ client_id: APP_CLIENT_IDS.weather }, 'redirect_mismatch'],
      [{ client_id: APP_CLIENT_IDS['presspass-cli'] }, 'redirect_mismatch'],
    ] as const) {
      const place = new URL(await errorAt(signInQuery(changes)));
      assert.equal(place.pathname, '/error');
      assert.equal(place.searchParams.get('error'), error);
    }
    const twice = await at(`${signInQuery()}&redirect_uri=https%3A%2F%2Fevil.test`);
    assert.equal(twice.status, 400);
    assert.match(twice.html, /An error was encountered with the requested page\./);
  });

  it('tells the client of every other mistake, with its state', async () => {
    for (const [changes, error] of [
      [{ response_type: undefined }, 'invalid_request'],
      [{ response_type: 'code token' }, 'invalid_request'],
      [{ response_type: 'token' }, 'unauthorized_client'],
      [{ scope: 'openid news/write' }, 'invalid_scope'],
      [{ scope: 'nonsense' }, 'invalid_scope'],
      [{ code_challenge: CHALLENGE }, 'invalid_request'],
      [{ code_challenge_method: 'S256' }, 'invalid_request'],
      [{ code_challenge: CHALLENGE, code_challenge_method: 'plain' }, 'invalid_request'],
      [{ code_challenge: 'short', code_challenge_method: 'S256' }, 'invalid_request'],
      [{ identity_provider: 'Google' }, 'invalid_request'],
    ] as const) {
      const place = await errorAt(signInQuery(changes));
      assert.equal(place, `${CALLBACK}?error=${error}&state=the+state`, JSON.stringify(changes));
    }
  });

  it('does not know the implicit grant unless the client has it', async () => {
    const query = signInQuery({
      response_type: 'token',
      client_id: implicitClient.id,
      redirect_uri: 'http://localhost',
      nonce: 'n',
    });
    const { location } = await signInAtPage(new Browser(domain.url), query);
    const fragment = new URLSearchParams(location.hash.slice(1));
    assert.equal(location.href.split('#')[0], 'http://localhost/');
    assert.equal(location.search, '');
    assert.deepEqual(
      [...fragment.keys()],
      ['id_token', 'access_token', 'expires_in', 'token_type', 'state'],
    );
    const code = signInQuery({ client_id: implicitClient.id, redirect_uri: 'http://localhost' });
    assert.match(await errorAt(code), /error=unauthorized_client/);
  });

  it('keeps a registered address as it is, its query and its own scheme included', async () => {
    for (const [redirect, start] of [
      ['https://app.test/cb?a=b', 'https://app.test/cb?a=b&error='],
      ['myapp://signed-in', 'myapp://signed-in?error='],
      ['https://zeitung.test/grüße', 'https://zeitung.test/gr%C3%BC%C3%9Fe?error='],
    ] as const) {
      const changes = { client_id: implicitClient.id, redirect_uri: redirect };
      const visit = await at(signInQuery(changes));
      assert.ok(visit.headers.get('location')?.startsWith(start));
    }
  });

  it('takes GET only, and hands a state back as it was', async () => {
    const posted = await domain.post(`/oauth2/authorize?${signInQuery()}`, {});
    assert.equal(posted.status, 405);
    const state = '"><script>&state=2\r\nX: y';
    const { location } = await at(signInQuery({ state, prompt: 'none' }));
    assert.equal(location.searchParams.get('state'), state);
  });

  it('lets no page of another origin read its answers', async () => {
    const headers = { Origin: 'https://evil.test' };
    const url = `${domain.url}/oauth2/authorize?${signInQuery()}`;
    const response = await fetch(url, { headers, redirect: 'manual' });
    assert.equal(response.headers.get('access-control-allow-origin'), null);
  });

  it('asks for all scopes of the client when none is named', async () => {
    const query = signInQuery({ scope: undefined, client_id: otherClient.id });
    assert.equal((await at(query)).location.pathname, '/login');
  });
});
