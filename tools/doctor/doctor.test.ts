import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { APP_CLIENT_IDS, DEMO_PEOPLE } from '../../local/seed/identities.ts';
import { startStandIn } from '../../local/stand-in.ts';
import type { StandIn } from '../../local/stand-in.ts';
import { expectRunning, runStandIn } from '../../local/testing/process.ts';
import type { RunningStandIn } from '../../local/testing/process.ts';
import { openPreview } from '../preview/preview-server.ts';
import { nobodysAddress } from '../testing/server.ts';
import { doctor, problemsIn, tokensOf } from './testing/doctor.ts';
import { paperWithFaults } from './testing/paper-with-faults.ts';
import type { FaultyPaper } from './testing/paper-with-faults.ts';

const [editor] = DEMO_PEOPLE;

let folder: string;
let standIn: StandIn;
let fresh: RunningStandIn;
let closing: { close(): Promise<unknown> }[] = [];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  standIn = await startStandIn({ folder: join(folder, 'state'), port: 0 });
  fresh = expectRunning(await runStandIn(join(folder, 'fresh'), { PRESSPASS_CORS: 'fresh' }));
});

after(async () => {
  await standIn.close();
  await fresh.kill('SIGTERM');
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

async function countOfNews(): Promise<number> {
  const answer = await fetch(`${standIn.url}/api/news?limit=100`);
  return ((await answer.json()) as { items: unknown[] }).items.length;
}

describe('npm run doctor', () => {
  for (const path of ['', '/', '/api', '/api/', '/api/news', '/http-api']) {
    it(`finds nothing wrong with a stand-in in good order, at its path "${path}"`, async () => {
      const ended = await doctor([standIn.url + path]);
      assert.deepEqual(problemsIn(ended), []);
      assert.match(ended.output, /\d doors are shut without a token/);
      assert.match(ended.output, /may call the API, with a token too/);
      assert.match(ended.output, /Its app client takes sign-ins from a browser/);
      assert.match(ended.output, /knows the way back to the app/);
      assert.match(ended.output, /\nAll is well\.\n$/);
      assert.equal(ended.code, 0);
    });
  }

  it('finds the CORS headers that a new API Gateway does not send', async () => {
    const rest = await doctor([fresh.url]);
    assert.match(
      rest.output,
      /problem {2}A 401 of the gateway \(401\) has no access-control-allow-origin/,
    );
    assert.match(
      rest.output,
      /sees status 0 [^\n]+\n +→ Add the CORS headers to the gateway responses/,
    );
    assert.equal(rest.code, 1);
    const http = await doctor([`${fresh.url}/http-api`]);
    assert.match(http.output, /problem {2}The browser’s question before a DELETE \(preflight\)/);
    assert.equal(http.code, 1);
  });

  it('tells a preflight that does not allow Authorization, for which no star stands', async () => {
    const { url } = await paper(({ method }) =>
      method === 'OPTIONS' ? { headers: { 'access-control-allow-headers': '*' } } : undefined,
    );
    const ended = await doctor([url]);
    assert.match(
      ended.output,
      /does not allow the header Authorization[^\n]+\n +→ [^\n]+a \* does not/,
    );
    assert.equal(problemsIn(ended).length, 1);
  });

  it('tells a wrong path from a wrong token', async () => {
    const { code, output } = await doctor([`${standIn.url}/api/v1`]);
    assert.match(
      output,
      /403 “Missing Authentication Token”: API Gateway has no such path or method/,
    );
    assert.match(output, /It has nothing to do with a token\.\n +→ Check the stage and the path/);
    assert.equal(code, 1);
  });

  it('names the one path that is not deployed', async () => {
    const { url } = await paper(({ path }) =>
      path.startsWith('/api/trash') ? { answer: unknownRoute } : undefined,
    );
    const ended = await doctor([url]);
    assert.equal(problemsIn(ended).length, 2);
    assert.match(problemsIn(ended)[0] ?? '', /^problem {2}GET \/api\/trash answers 403/);
  });

  it('does not miss the services API of a deployment without machines', async () => {
    const { url } = await paper(({ path }) =>
      path.startsWith('/services') ? { answer: missingFile } : undefined,
    );
    const ended = await doctor([url]);
    assert.deepEqual(problemsIn(ended), []);
    assert.match(ended.output, /There is no services API, as in a deployment without machines/);
  });

  const strange: [name: string, answer: Answered, words: RegExp][] = [
    [
      'a page',
      aPage(200),
      /with a page \(HTML\) where JSON is expected: the app’s fallback swallows/,
    ],
    ['a page of an error', aPage(503), /a web server or a firewall, not the API/],
    ['S3', { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' }, /from S3/],
    ['another API', { status: 200, body: '{"news":[]}' }, /which no Presspass says/],
    ['an authorizer', { status: 401, body: '{"message":"Unauthorized"}' }, /it wants a token/],
    ['a firewall', { status: 403, body: '{"message":"Forbidden"}' }, /a firewall or a resource/],
    [
      'a failure',
      { status: 502, body: '{"message":"Internal server error"}' },
      /function behind it/,
    ],
  ];
  for (const [name, answer, words] of strange) {
    it(`explains what answers in the place of the API: ${name}`, async () => {
      const { url } = await paper(() => ({ answer }));
      const ended = await doctor([url]);
      assert.equal(problemsIn(ended).length, 1);
      assert.match(ended.output, words);
      assert.equal(ended.code, 1);
    });
  }

  it('says that nobody is there, that a name leads nowhere, and that there is no TLS', async () => {
    const nobody = await doctor([await nobodysAddress()]);
    assert.match(nobody.output, /^problem {2}Nothing listens at 127\.0\.0\.1:\d+\.\n/);
    assert.equal(nobody.code, 1);
    const name = await doctor([`https://${'a'.repeat(64)}.test`]); // no name server is asked for such a one
    assert.match(name.output, /^problem {2}The name a+\.test leads nowhere/);
    const plain = await doctor([standIn.url.replace('http:', 'https:')]);
    assert.match(plain.output, /^problem {2}localhost:\d+ has no TLS that can be trusted/);
  });

  it('finds a clock that is wrong', async () => {
    const date = new Date(Date.now() + 600_000).toUTCString();
    const { url } = await paper(() => ({ headers: { date } }));
    const ended = await doctor([url]);
    assert.match(
      ended.output,
      /The clock of this machine is 10 min behind the API’s: tokens seem fresh/,
    );
    assert.equal(problemsIn(ended).length, 1);
  });
});

describe('npm run doctor, at an API that nobody protects,', () => {
  it('finds the open doors, and nothing is deleted or published', async () => {
    const { IdToken, AccessToken } = await tokensOf(editor, standIn.url);
    const before = await countOfNews();
    const { url, seen } = await paper(({ method, path }) => ({
      token: method === 'POST' && path === '/api/news' ? AccessToken : IdToken,
    }));
    const ended = await doctor([url]);
    assert.equal(ended.code, 1);
    for (const door of ['DELETE /api/news/{id}', 'POST /api/news', 'GET /api/trash']) {
      assert.ok(ended.output.includes(`problem  ${door} IS OPEN`), door);
    }
    assert.equal(await countOfNews(), before);
    assert.equal(before > 0, true);
    assert.deepEqual(
      seen.filter(({ method, path }) => method === 'DELETE' && path === '/api/news'),
      [],
    );
  });

  it('tells a function that refuses from a gateway that does', async () => {
    const { url } = await paper(() => ({ headers: { 'x-amzn-errortype': undefined } }));
    const ended = await doctor([url]);
    assert.match(
      ended.output,
      /GET \/api\/me answers 401 from the function and not from the gateway/,
    );
    assert.equal(ended.code, 1);
  });
});

describe('npm run doctor, at the app’s origin,', () => {
  const build = async (): Promise<string> => {
    const files = await mkdtemp(join(folder, 'build-'));
    await writeFile(join(files, 'index.html'), '<!doctype html><app-root></app-root>');
    return files;
  };

  it('looks at the pages and their headers', async () => {
    const preview = await openPreview({ folder: await build(), port: 0, origin: standIn.url });
    closing.push(preview);
    const ended = await doctor([`http://localhost:${preview.port}`]);
    assert.match(ended.output, /ok {7}The sign-in page loads/);
    assert.match(ended.output, /ok {7}It has the security headers, and its policy lets it reach/);
    assert.deepEqual(problemsIn(ended), []);
  });

  it('finds the headers that are missing, and a policy that keeps the user pool out', async () => {
    const preview = await openPreview({ folder: await build(), port: 0, origin: standIn.url });
    closing.push(preview);
    const weak = await paperWithFaults(`http://localhost:${preview.port}`, ({ path }) =>
      path === '/sign-in'
        ? {
            headers: {
              'x-content-type-options': undefined,
              'content-security-policy': "connect-src 'self'",
            },
          }
        : undefined,
    );
    closing.push(weak);
    const ended = await doctor([weak.url]);
    assert.match(
      ended.output,
      /problem {2}The page lacks security headers: content-security-policy \(another value\), x-content-type-options\./,
    );
    assert.equal(ended.code, 1);
  });

  it('takes a page without any of the headers for the development server’s, on this machine', async () => {
    const preview = await openPreview({ folder: await build(), port: 0, origin: standIn.url });
    closing.push(preview);
    const { headers } = await fetch(`http://localhost:${preview.port}/sign-in`);
    const security = [...headers.keys()].filter((name) => /policy|content-type-options/.test(name));
    assert.ok(security.length > 3);
    const development = await paperWithFaults(`http://localhost:${preview.port}`, ({ path }) =>
      path === '/sign-in'
        ? { headers: Object.fromEntries(security.map((name) => [name, undefined])) }
        : undefined,
    );
    closing.push(development);
    const ended = await doctor([development.url]);
    assert.match(ended.output, /note {5}The page has no security headers: the development server/);
    assert.equal(ended.code, 0, ended.output);
  });

  it('finds a sign-in page that is missing', async () => {
    const page = await paper(({ path }) =>
      path === '/' ? { answer: { ...aPage(200), body: '<app-root></app-root>' } } : undefined,
    );
    const ended = await doctor([page.url]);
    assert.match(ended.output, /problem {2}GET http:\S+\/sign-in answers 404/);
  });
});

describe('npm run doctor, at the user pool,', () => {
  /** The stand-in's configuration with other words in it. */
  const configured = async (change: (text: string) => string): Promise<FaultyPaper> => {
    const text = await (await fetch(`${standIn.url}/amplify_outputs.json`)).text();
    return paper(({ path }) =>
      path === '/amplify_outputs.json'
        ? {
            answer: {
              status: 200,
              headers: { 'content-type': 'application/json' },
              body: change(text),
            },
          }
        : undefined,
    );
  };
  const web = APP_CLIENT_IDS['presspass-web'];

  const faults: [name: string, change: (text: string) => string, words: RegExp][] = [
    [
      'a client of another kind',
      (text) => text.replaceAll(web, APP_CLIENT_IDS['presspass-cli']),
      /does not allow ALLOW_USER_SRP_AUTH/,
    ],
    [
      'a client that is gone',
      (text) => text.replaceAll(web, '1gone00000000000000000001'),
      /does not exist in this pool/,
    ],
    [
      'a pool that is gone',
      (text) => text.replaceAll('eu-west-1_pressPe0p', 'eu-west-1_gone'),
      /The pool eu-west-1_gone shows no keys \(404/,
    ],
    [
      'a secret',
      (text) => text.replace('{', '{"client_secret":"hush",'),
      /holds a secret: client_secret/,
    ],
    [
      'a way back that the pool does not know',
      (text) => text.replace('http://localhost:4200/sign-in', 'https://elsewhere.example/sign-in'),
      /\(redirect_mismatch\)/,
    ],
  ];
  for (const [name, change, words] of faults) {
    it(`finds ${name}`, async () => {
      const { url } = await configured(change);
      const ended = await doctor([url]);
      assert.match(problemsIn(ended)[0] ?? '', words);
      assert.equal(ended.code, 1);
    });
  }

  it('is not held up by a configuration in which a search for secrets goes over and over the same text', async () => {
    const { url } = await configured((text) =>
      text.replace('{', `{"note":"${'secret '.repeat(140_000)}",`),
    );
    const { code, output } = await doctor([url]);
    assert.match(output, /names pool and client, and holds no secret/);
    assert.equal(code, 0, output);
  });

  it('asks nothing of this machine because another one says so', async () => {
    const victim = await paper(() => undefined);
    const { url } = await configured((text) => text.replaceAll(standIn.url, victim.url));
    // Leads to this machine, and is none of the names by which it is known to be this one.
    const ended = await doctor([url.replace('127.0.0.1', '[::ffff:127.0.0.1]')]);
    assert.match(ended.output, /^ok {7}The news API answers at/m);
    assert.deepEqual(victim.seen, []);
  });

  it('says that it does not look where there is no configuration', async () => {
    const { url } = await paper(({ path }) =>
      path === '/amplify_outputs.json' ? { answer: missingFile } : undefined,
    );
    const ended = await doctor([url]);
    assert.deepEqual(problemsIn(ended), []);
    assert.match(
      ended.output,
      /There is no amplify_outputs\.json here, so the user pool is not looked at/,
    );
  });
});

interface Answered {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

function aPage(status: number): Answered {
  return { status, headers: { 'content-type': 'text/html' }, body: '<!doctype html><p>Hello' };
}

const unknownRoute: Answered = { status: 403, body: '{"message":"Missing Authentication Token"}' };
const missingFile: Answered = { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' };
