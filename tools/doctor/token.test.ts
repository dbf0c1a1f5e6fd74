import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { DEMO_PEOPLE } from '../../local/seed/identities.ts';
import { startStandIn } from '../../local/stand-in.ts';
import type { StandIn } from '../../local/stand-in.ts';
import { machineToken } from '../../local/testing/machine-token.ts';
import { tokenIssuer } from '../../local/testing/token-issuer.ts';
import { startServer } from '../testing/server.ts';
import { doctor, tokensOf } from './testing/doctor.ts';
import { paperWithFaults } from './testing/paper-with-faults.ts';
import type { FaultyPaper } from './testing/paper-with-faults.ts';

const [editor, reader] = DEMO_PEOPLE;

let folder: string;
let standIn: StandIn;
let closing: { close(): Promise<unknown> }[] = [];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  standIn = await startStandIn({ folder, port: 0 });
});

after(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

afterEach(async () => {
  await Promise.all(closing.map((one) => one.close()));
  closing = [];
});

async function paper(faultAt: Parameters<typeof paperWithFaults>[1]): Promise<FaultyPaper> {
  const faulty = await paperWithFaults(standIn.url, faultAt);
  closing.push(faulty);
  return faulty;
}

describe('npm run doctor, with a token,', () => {
  it('says what an editor’s ID token opens, and tries it where it changes nothing', async () => {
    const { IdToken } = await tokensOf(editor, standIn.url);
    const { url, seen } = await paper(() => undefined);
    const ended = await doctor([url, '--token', '-'], `Bearer ${IdToken}\n`);
    assert.equal(ended.code, 0);
    assert.match(
      ended.output,
      /It is an ID token of the person editor@presspass\.test, groups admin\./,
    );
    assert.match(ended.output, /has signed it, as it stands\./);
    assert.match(ended.output, /It opens: DELETE \/api\/news, [^\n]+GET \/api\/me\./);
    assert.match(ended.output, /does not open POST \/api\/news: 401, the method has scopes/);
    assert.match(ended.output, /ok {7}GET \/api\/me lets it through \(200\)\./);
    assert.ok(!ended.output.includes(IdToken.slice(-40)));
    const carrying = seen.filter(({ authorization }) => authorization !== undefined);
    assert.deepEqual(
      carrying.map(({ method, path }) => `${method} ${path}`),
      ['GET /api/me'],
    );
    assert.ok(seen.every(({ body, path }) => !`${path}${body}`.includes(IdToken.slice(0, 40))));
  });

  it('says what a reader lacks', async () => {
    const { IdToken } = await tokensOf(reader, standIn.url);
    const { code, output } = await doctor([standIn.url, '--token', IdToken]);
    assert.equal(code, 0);
    assert.match(
      output,
      /does not open DELETE \/api\/news, [^\n]+: 403, the function wants the group admin/,
    );
  });

  it('tells the access token from the ID token, by the kind of gateway', async () => {
    const { AccessToken } = await tokensOf(editor, standIn.url);
    const rest = await doctor([standIn.url, '--token', AccessToken]);
    assert.equal(rest.code, 0);
    assert.match(rest.output, /It opens: POST \/api\/news\.\n/);
    assert.match(
      rest.output,
      /GET \/api\/me: 401, the method has no scopes, so it wants the ID token/,
    );
    assert.match(rest.output, /ok {7}POST \/api\/news lets it through \(400\)/);
    const http = await doctor([`${standIn.url}/http-api`, '--token', AccessToken]);
    assert.equal(http.code, 0);
    assert.match(
      http.output,
      /does not open POST \/api\/news, [^\n]+: 401, it is for tokens of the services/,
    );
    assert.match(http.output, /ok {7}GET \/api\/me lets it through \(200\)/);
  });

  it('knows a machine’s token', async () => {
    const token = await machineToken(standIn.url, 'hello');
    const { code, output } = await doctor([standIn.url, '--token', token]);
    assert.equal(code, 0);
    assert.match(output, /access token of the machine 1hello\S+, scopes hello\/read\./);
    assert.match(output, /It opens: GET \/services\/hello\.\n/);
    assert.match(output, /ok {7}GET \/services\/hello lets it through \(200\)/);
  });

  it('finds a token that has expired', async () => {
    const expired = (await (await fetch(`${standIn.url}/expired-tokens.json`)).json()) as Record<
      string,
      string
    >;
    const token = Object.values(expired).find((text) => text.split('.').length === 3) ?? '';
    const { code, output } = await doctor([standIn.url, '--token', token]);
    assert.equal(code, 1);
    assert.match(output, /problem {2}It has expired \d+ min ago/);
    assert.match(output, /refuses it, as it must: 401/);
  });

  it('finds a token that somebody has changed: an editor by his own pen', async () => {
    const { IdToken } = await tokensOf(reader, standIn.url);
    const [header = '', payload = '', signature = ''] = IdToken.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, 'cognito:groups': ['admin'] }));
    const token = [header, forged.toString('base64url'), signature].join('.');
    const { code, output } = await doctor([standIn.url, '--token', token]);
    assert.equal(code, 1);
    assert.match(output, /problem {2}The signature does not fit/);
    assert.match(output, /If it were good, it would open: DELETE/);
    assert.match(output, /ok {7}GET \/api\/me refuses it, as it must: 401/);
  });

  it('finds an API that takes a forged token', async () => {
    const { IdToken } = await tokensOf(reader, standIn.url);
    const { url } = await paper(({ path, authorization }) =>
      path === '/api/me' && authorization !== undefined ? { token: IdToken } : undefined,
    );
    const { code, output } = await doctor([url, '--token', `${IdToken.slice(0, -8)}AAAAAAAA`]);
    assert.equal(code, 1);
    assert.match(output, /problem {2}GET \/api\/me LETS IT THROUGH \(200\)/);
  });

  it('finds a good token that the API refuses', async () => {
    const { IdToken } = await tokensOf(reader, standIn.url);
    const { url } = await paper(({ path, authorization }) =>
      path === '/api/me' && authorization !== undefined ? { token: 'another' } : undefined,
    );
    const { code, output } = await doctor([url, '--token', IdToken]);
    assert.equal(code, 1);
    assert.match(output, /problem {2}GET \/api\/me refuses it although it looks good: 401/);
    assert.match(output, /→ Most often the authorizer names another pool/);
  });

  it('finds a token of another pool, without asking anybody else about it', async () => {
    const issuer = await tokenIssuer('eu-west-1_Another1', 'client');
    const { code, output } = await doctor([standIn.url, '--token', await issuer.idToken()]);
    assert.equal(code, 1);
    assert.match(output, /problem {2}It comes from the pool eu-west-1_Another1, and the people/);
  });

  it('shows nothing of a token that a terminal would obey', async () => {
    const issuer = await tokenIssuer('eu-west-1_Another1', 'client');
    const token = await issuer.idToken({
      email: '\u001b[2Jok       All is well.\n',
      iss: '\u001b]0;x\u0007',
    });
    const { output } = await doctor([standIn.url, '--token', token]);
    assert.equal(output.includes('\u001b'), false);
    assert.equal(output.includes('\u0007'), false);
    assert.match(output, /Its issuer is \S/);
  });

  it('shows nothing of a reason that a terminal would obey', async () => {
    const { IdToken } = await tokensOf(reader, standIn.url);
    const { url } = await paper(({ path, authorization }) =>
      path === '/api/me' && authorization !== undefined
        ? {
            answer: {
              status: 401,
              headers: { 'x-presspass-reason': `no\u009b2J${'o'.repeat(4000)}` },
            },
          }
        : undefined,
    );
    const { output } = await doctor([url, '--token', IdToken]);
    assert.match(output, /because no 2Jo+\./);
    assert.ok(output.split('\n').every((line) => line.length < 1000));
  });

  it('follows no redirect with it, nor without', async () => {
    const { IdToken } = await tokensOf(reader, standIn.url);
    const target = await paper(() => undefined);
    const redirecting = await startServer((request, response) => {
      response.writeHead(307, { Location: target.url + (request.url ?? '') }).end();
    });
    closing.push(redirecting);
    const { code, output } = await doctor([redirecting.url, '--token', IdToken]);
    assert.equal(code, 1);
    assert.match(
      output,
      /is redirected to http:\/\/127\.0\.0\.1:\d+\. It is not followed: a token would/,
    );
    assert.match(output, /The token is not sent, since no API was found\. What it says:/);
    assert.deepEqual(target.seen, []);
  });

  const mistakes: [name: string, args: string[], words: RegExp][] = [
    ['nothing', [], /^Usage: npm run doctor -- <url>/],
    ['two addresses', ['http://a.test', 'http://b.test'], /^Usage: npm run doctor/],
    ['an unknown option', ['http://a.test', '--json'], /^Unknown option '--json'\.\nUsage: npm/],
    ['no address', ['news.example'], /^"news\.example" is no address\. [^\n]+\n$/],
    ['no token', ['http://127.0.0.1', '--token', 'abc'], /^This is no token: [^\n]+\n$/],
    ['a refresh token', ['http://127.0.0.1', '--token', 'a.b.c.d.e'], /^This is a refresh token/],
  ];
  for (const [name, args, words] of mistakes) {
    it(`says what is wrong: ${name}`, async () => {
      const { code, output } = await doctor(args);
      assert.match(output, words);
      assert.equal(code, 1);
    });
  }
});
