import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PEOPLE_POOL_ID, webClient } from '../../seed/identities.ts';
import { codeOfApp } from '../testing/authenticator-app.ts';
import { Browser } from '../testing/browser.ts';
import type { Visit } from '../testing/browser.ts';
import { DomainUnderTest } from '../testing/domain-under-test.ts';
import {
  PASSWORD,
  READER,
  nativeTokens,
  openDomainWithPeople,
  signInAtPage,
  signInQuery,
} from '../testing/oauth-people.ts';

let domain: DomainUnderTest;

before(async () => {
  domain = await openDomainWithPeople();
});

after(() => domain.close());

const open = async (changes = {}, browser = new Browser(domain.url)) => ({
  browser,
  page: await browser.get(`/login?${signInQuery(changes)}`),
});

async function tryAs(username: string, password: string): Promise<Visit> {
  const { browser, page } = await open();
  return browser.submit(page, { username, password });
}

/** Sets up a second factor as an app would; resolves to its secret. */
async function addAuthenticatorApp(email: string): Promise<string> {
  const { pools, clock } = domain;
  const { AccessToken } = await nativeTokens(domain, email);
  const { SecretCode } = (await pools.perform('AssociateSoftwareToken', { AccessToken })) as {
    SecretCode: string;
  };
  const UserCode = codeOfApp(SecretCode, clock.now());
  await pools.perform('VerifySoftwareToken', { AccessToken, UserCode });
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
  await pools.perform('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings });
  return SecretCode;
}

describe('the sign-in page, where limits are on', () => {
  it('tells whoever asks too often about one user to wait, and lets others in', async () => {
    const limited = await DomainUnderTest.open({ quotas: 'on' });
    const tries = Array.from({ length: 40 }, async () => {
      const browser = new Browser(limited.url);
      const page = await browser.get(`/login?${signInQuery()}`);
      return (await browser.submit(page, { username: READER, password: 'Wrong-1' })).problem;
    });
    const told = await Promise.all(tries);
    const other = new Browser(limited.url);
    const page = await other.get(`/login?${signInQuery()}`);
    const { problem } = await other.submit(page, { username: 'x@example.test', password: 'W' });
    await limited.close();
    assert.ok(told.includes('Too many tries at this moment. Please try again shortly.'));
    assert.equal(problem, 'Incorrect username or password.');
  });
});

describe('the sign-in page', () => {
  it('runs nothing, loads nothing and cannot be framed', async () => {
    const { page } = await open();
    const policy = page.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /style-src 'sha256-/);
    assert.match(policy, /frame-ancestors 'none'; form-action 'self' http:\/\/localhost:4200$/);
    assert.doesNotMatch(page.html, /<script| style=| on[a-z]+=/);
    assert.equal(page.headers.get('cache-control'), 'no-store');
  });

  it('signs in and sends the browser back, with a cookie that scripts and other sites do not get', async () => {
    const visit = await signInAtPage(new Browser(domain.url), signInQuery());
    assert.equal(visit.status, 302);
    assert.equal(visit.location.pathname, '/sign-in');
    const cookie = visit.headers.get('set-cookie') ?? '';
    assert.match(
      cookie,
      /^cognito-eu-west-1_\w+=[\w-]{43}; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax$/,
    );
  });

  it('keeps the name after a wrong password, and says no more of a stranger', async () => {
    for (const username of [READER, 'stranger@example.test']) {
      const visit = await tryAs(username, 'Wrong-Pass-2026');
      assert.equal(visit.status, 400);
      assert.equal(visit.problem, 'Incorrect username or password.');
      assert.match(visit.html, new RegExp(`name="username" value="${username}"`));
      assert.doesNotMatch(visit.html, /Wrong-Pass/);
      assert.equal(visit.headers.get('set-cookie')?.startsWith('XSRF-TOKEN='), true);
    }
  });

  it('shows whatever it repeats as text', async () => {
    const evil = '"><img src=x onerror=alert(1)>\'&';
    const wrong = await tryAs(evil, 'x');
    const hinted = await open({ login_hint: evil, state: evil, nonce: evil });
    const error = await new Browser(domain.url).get(
      `/error?${new URLSearchParams({ error: evil }).toString()}`,
    );
    for (const { html } of [wrong, hinted.page, error]) {
      assert.doesNotMatch(html, /<img|onerror=alert\(1\)>/);
      assert.match(html, /&#60;img/);
    }
    assert.equal(error.status, 400);
    assert.equal(error.problem, evil);
  });

  it('has a sentence for those who must not sign in', async () => {
    for (const [name, options, sentence] of [
      ['disabled', { isEnabled: false }, /disabled/],
      ['unconfirmed', { status: 'UNCONFIRMED' }, /not confirmed/],
      ['reset', { status: 'RESET_REQUIRED' }, /has to be reset/],
    ] as const) {
      const email = `${name}@example.test`;
      domain.pools.createUser(PEOPLE_POOL_ID, { email, password: PASSWORD, ...options });
      const visit = await tryAs(email, PASSWORD);
      assert.match(visit.problem, sentence);
      assert.equal(visit.headers.get('location'), null);
    }
  });

  it('locks after five wrong tries, as the pool does', async () => {
    const email = 'locked@example.test';
    domain.pools.createUser(PEOPLE_POOL_ID, { email, password: PASSWORD });
    for (let wrong = 0; wrong < 5; wrong += 1) await tryAs(email, 'Wrong-Pass-2026');
    const visit = await tryAs(email, PASSWORD);
    assert.match(visit.problem, /Too many wrong tries/);
    domain.clock.advance(2);
    assert.equal((await tryAs(email, PASSWORD)).status, 302);
  });

  it('lets somebody with a temporary password choose a new one', async () => {
    const email = 'new@example.test';
    const status = 'FORCE_CHANGE_PASSWORD';
    domain.pools.createUser(PEOPLE_POOL_ID, { email, password: PASSWORD, status });
    const { browser, page } = await open();
    const question = await browser.submit(page, { username: email, password: PASSWORD });
    assert.equal(question.title, 'Choose a new password');
    const chosen = (password: string, repeated = password) =>
      browser.submit(question, { new_password: password, repeated });
    assert.match((await chosen('Other-Pass-2026', 'Else-Pass-2026')).problem, /not the same/);
    for (const space of [' ', '\u00A0']) {
      const spaced = await chosen(`Other-Pass-2026${space}`);
      assert.equal(spaced.problem, 'A password has no space at its ends.');
    }
    assert.match((await chosen('other-pass-2026')).problem, /uppercase/);
    assert.equal((await chosen('Other-Pass-2026')).status, 302);
    const again = await chosen('Third-Pass-2026');
    assert.equal(again.title, 'Sign in');
    assert.match(again.problem, /too long/);
    assert.equal((await tryAs(email, 'Other-Pass-2026')).status, 302);
    assert.equal((await tryAs(email, '\u00A0Other-Pass-2026 ')).status, 302);
  });

  it('asks for the code of an authenticator app, after the password only', async () => {
    const email = 'app@example.test';
    domain.pools.createUser(PEOPLE_POOL_ID, { email, password: PASSWORD });
    const secret = await addAuthenticatorApp(email);
    const { browser, page } = await open();
    const question = await browser.submit(page, { username: email, password: PASSWORD });
    assert.equal(question.title, 'Enter your code');
    assert.equal(question.headers.get('location'), null);
    domain.clock.advance(30);
    const right = codeOfApp(secret, domain.clock.now());
    const wrong = right === '000000' ? '000001' : '000000';
    assert.match((await browser.submit(question, { code: wrong })).problem, /not right/);
    const parted = `${right.slice(0, 3)} ${right.slice(3)}\u00A0`;
    assert.equal((await browser.submit(question, { code: parted })).status, 302);
    assert.match((await browser.submit(question, { code: right })).problem, /too long/);
  });

  it('takes no further answer without a right password before', async () => {
    const { browser, page } = await open();
    for (const step of ['NEW_PASSWORD_REQUIRED', 'SOFTWARE_TOKEN_MFA', 'done', 'MFA_SETUP']) {
      const session = 'x'.repeat(64);
      const fields = { step, session, username: READER, code: '000000' };
      const passwords = { new_password: 'Other-Pass-2026', repeated: 'Other-Pass-2026' };
      const visit = await browser.submit(page, { ...fields, ...passwords });
      assert.equal(visit.status, 400, step);
      assert.equal(visit.headers.get('location'), null);
    }
  });

  it('takes no form but its own', async () => {
    const fields = { username: READER, password: PASSWORD };
    const { browser, page } = await open();
    const { page: other } = await open();
    const attacks: [string, Promise<Visit>][] = [
      ['another site', browser.submit(page, fields, { Origin: 'https://evil.test' })],
      ['another port', browser.submit(page, fields, { Origin: 'http://localhost:4201' })],
      ['a hidden origin', browser.submit(page, fields, { Origin: 'null' })],
      [
        'another site, as browsers tell',
        browser.submit(page, fields, { 'Sec-Fetch-Site': 'same-site' }),
      ],
      ['no token', browser.submit(page, { ...fields, _csrf: '' })],
      ['the token of another browser', browser.submit(page, { ...fields, ...other.fields })],
      ['no cookie', new Browser(domain.url).submit(page, fields)],
    ];
    for (const [name, attack] of attacks) {
      const visit = await attack;
      assert.equal(visit.status, 403, name);
      assert.equal(visit.headers.get('location'), null);
      assert.doesNotMatch(visit.headers.get('set-cookie') ?? '', /cognito-/);
    }
    assert.equal((await browser.submit(page, fields)).status, 302);
  });

  it('gives each sign-in a cookie of its own, whatever was there before', async () => {
    const browser = new Browser(domain.url);
    const name = `cognito-${PEOPLE_POOL_ID}`;
    browser.cookies.set(name, 'planted');
    await signInAtPage(browser, signInQuery());
    const first = browser.cookies.get(name);
    assert.notEqual(first, 'planted');
    await signInAtPage(browser, signInQuery());
    assert.notEqual(browser.cookies.get(name), first);
  });

  it('reads nothing from the address but the request, and checks that again on POST', async () => {
    const { browser, page } = await open();
    const withPassword = `/login?${signInQuery({ username: READER, password: PASSWORD })}`;
    const form = { ...page.fields, username: '', password: '' };
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    assert.equal((await domain.post(withPassword, form, { cookie })).status, 400);
    const elsewhere = `/login?${signInQuery({ redirect_uri: 'https://evil.test' })}`;
    const right = { ...page.fields, username: READER, password: PASSWORD };
    const response = await domain.post(elsewhere, right, { cookie });
    const place = `/error?error=redirect_mismatch&client_id=${webClient.id}`;
    assert.equal(response.headers.get('location'), place);
  });

  it('answers broken forms with a page, not with a defect', async () => {
    const url = `/login?${signInQuery()}`;
    for (const body of [
      '',
      'username=a&username=b',
      `username=${'x'.repeat(70_000)}`,
      '%',
      '=&=',
    ]) {
      const response = await domain.post(url, body);
      assert.ok([400, 403].includes(response.status), `${response.status} ${body.slice(0, 20)}`);
      assert.match(await response.text(), /<!doctype html>/);
    }
  });
});
