import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { DEMO_PEOPLE, PEOPLE_POOL_ID, webClient } from '../../local/seed/identities.ts';
import { startStandIn } from '../../local/stand-in.ts';
import type { StandIn } from '../../local/stand-in.ts';
import { callCognito } from '../../local/testing/sign-in.ts';
import { runCommandScript } from '../testing/command.ts';
import type { Ended } from '../testing/command.ts';
import { nobodysAddress, startServer } from '../testing/server.ts';
import type { TestServer } from '../testing/server.ts';

const [editor, reader] = DEMO_PEOPLE;

let folder: string;
let standIn: StandIn;
const servers: TestServer[] = [];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  standIn = await startStandIn({ folder, port: 0, articles: 'none' });
});

after(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const admin = (args: string[], env: Record<string, string> = {}): Promise<Ended> =>
  runCommandScript('admin', args, { env: { EDGE_PORT: String(standIn.port), ...env } });

async function groupsAfterSignIn(email: string, password: string): Promise<unknown> {
  const response = await callCognito(standIn.url, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: '1presspasscli0000000000001',
    AuthParameters: { USERNAME: email, PASSWORD: password },
  });
  const { AuthenticationResult: result } = (await response.json()) as {
    AuthenticationResult: { IdToken: string };
  };
  const payload = Buffer.from(result.IdToken.split('.')[1] ?? '', 'base64url').toString();
  return (JSON.parse(payload) as Record<string, unknown>)['cognito:groups'];
}

const signUp = (email: string): Promise<Response> =>
  callCognito(standIn.url, 'SignUp', {
    ClientId: webClient.id,
    Username: email,
    Password: 'Press-Pass-2026',
    UserAttributes: [{ Name: 'email', Value: email }],
  });

/** An address with a configuration of its own: what a paper on AWS has, or what somebody pretends to have. */
async function paperWith(configuration: object): Promise<string> {
  const server = await startServer((_request, response) =>
    response.end(JSON.stringify(configuration)),
  );
  servers.push(server);
  return server.url;
}

const onAws = {
  auth: {
    aws_region: 'eu-west-1',
    user_pool_id: PEOPLE_POOL_ID,
    user_pool_client_id: webClient.id,
  },
};

describe('npm run admin', () => {
  it('makes a reader an editor from the next sign-in, and a reader again', async () => {
    const added = await admin(['add', reader.email]);
    assert.match(
      added.output,
      /^reader@presspass\.test is an editor now\. It counts from the next sign-in/,
    );
    assert.ok(added.output.endsWith(`\nIn: the stand-in on this machine, ${standIn.url}\n`));
    assert.equal(added.code, 0);
    assert.deepEqual(await groupsAfterSignIn(reader.email, reader.password), ['admin']);
    const list = await admin(['list']);
    assert.equal(list.output, `${editor.email}\n${reader.email}\n`);
    const removed = await admin(['remove', reader.email]);
    assert.match(removed.output, /is no editor any more\. Tokens [^\n]+ until they expire/);
    assert.equal(await groupsAfterSignIn(reader.email, reader.password), undefined);
  });

  it('says when there is nothing to do', async () => {
    const again = await admin(['add', editor.email.toUpperCase()]);
    assert.match(
      again.output,
      /^EDITOR@PRESSPASS\.TEST is an editor already\.\nIn: the stand-in on this machine, [^\n]+\n$/,
    );
    assert.equal(again.code, 0);
    const none = await admin(['remove', reader.email]);
    assert.equal(
      none.output,
      `reader@presspass.test is no editor.\nIn: the stand-in on this machine, ${standIn.url}\n`,
    );
    assert.equal(none.code, 0);
  });

  it('wants an account, and a confirmed address', async () => {
    const unknown = await admin(['add', 'nobody@presspass.test']);
    assert.match(
      unknown.output,
      /^Nobody has signed up as nobody@presspass\.test\. Create [^\n]+\n$/,
    );
    assert.equal(unknown.code, 1);
    assert.equal((await signUp('new@presspass.test')).status, 200);
    const unconfirmed = await admin(['add', 'new@presspass.test']);
    assert.match(unconfirmed.output, /has signed up and not confirmed the address\.[^\n]+\n$/);
    assert.equal(unconfirmed.code, 1);
  });

  it('finds a pool on AWS by the address of the paper, and uses the credentials that there are', async () => {
    const at = await paperWith(onAws);
    const credentials = {
      AWS_ACCESS_KEY_ID: 'AKIATEST',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: standIn.url,
    };
    const { code, output } = await admin(['list', '--at', at], credentials);
    assert.equal(output, `${editor.email}\n`);
    assert.equal(code, 0);
    const added = await admin(['add', editor.email, '--at', at], credentials);
    assert.match(
      added.output,
      new RegExp(
        `\\nIn: the stack \\S+ \\(pool ${PEOPLE_POOL_ID}\\), eu-west-1, AWS account \\d{12}, ${at}\\n$`,
      ),
    );
  });

  it('tells a profile that does not exist from credentials that are missing', async () => {
    const at = await paperWith(onAws);
    const { code, output } = await admin(['list', '--at', at, '--profile', 'nobody']);
    assert.match(
      output,
      /^There is no AWS profile "nobody", nor any other\. [^\n]+aws configure sso --profile nobody\n$/,
    );
    assert.equal(code, 1);
  });

  it('says what the credentials lack', async () => {
    const at = await paperWith(onAws);
    const { code, output } = await admin(['list', '--at', at]);
    assert.match(output, /^There are no AWS credentials\. Sign in [^\n]+\n$/);
    assert.equal(code, 1);
  });

  const refusals: [name: string, words: RegExp][] = [
    ['ExpiredTokenException', /^The AWS credentials have expired\. [^\n]+\n$/],
    ['UnrecognizedClientException', /^AWS does not know these credentials\. [^\n]+\n$/],
    ['AccessDeniedException', /^These credentials may not administer the pool [^\n]+\n$/],
    [
      'ResourceNotFoundException',
      /^There is no pool \S+ in eu-west-1 of this AWS account\. [^\n]+\n$/,
    ],
  ];
  for (const [name, words] of refusals) {
    it(`says in one line what AWS refuses: ${name}`, async () => {
      const cognito = await startServer((_request, response) => {
        response.writeHead(400, { 'x-amzn-errortype': name });
        response.end(JSON.stringify({ __type: name, message: 'No.' }));
      });
      servers.push(cognito);
      const { code, output } = await admin(['list', '--at', await paperWith(onAws)], {
        AWS_ACCESS_KEY_ID: 'AKIATEST',
        AWS_SECRET_ACCESS_KEY: 'test',
        AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: cognito.url,
      });
      assert.match(output, words);
      assert.equal(code, 1);
    });
  }

  it('sends nothing to a stand-in that is not on this machine', async () => {
    const local = { endpoint: 'http://stand-in.example:4300' };
    const at = await paperWith({ ...onAws, custom: { local } });
    const { code, output } = await admin(['add', reader.email, '--at', at]);
    assert.match(
      output,
      /names a stand-in that is not on this machine\. Nothing is sent there\.\n$/,
    );
    assert.equal(code, 1);
  });

  it('does not ask another machine without TLS which pool is to have an editor', async () => {
    const at = await paperWith(onAws);
    // Leads to this machine, and is none of the names by which it is known to be this one.
    const elsewhere = at.replace('127.0.0.1', '[::ffff:127.0.0.1]');
    const { code, output } = await admin(['add', reader.email, '--at', elsewhere]);
    assert.match(
      output,
      /is asked without TLS: whoever is on the way could name another pool\. [^\n]+\n$/,
    );
    assert.equal(code, 1);
  });

  const usage = /^Usage: npm run admin -- add <e-mail>/;
  const mistakes: [name: string, args: string[], words: RegExp][] = [
    ['nothing', [], usage],
    ['an unknown verb', ['promote', editor.email], usage],
    ['nobody', ['add'], usage],
    ['two at once', ['add', editor.email, reader.email], usage],
    ['an unknown option', ['list', '--fast'], /^Unknown option '--fast'\.\nUsage: /],
    ['a profile of no paper', ['list', '--profile', 'x'], /^--profile needs --at: /],
    ['no e-mail address', ['add', 'editor'], /^"editor" is no e-mail address\.\n$/],
    ['no address', ['list', '--at', 'news.example'], /^"news\.example" is no address\. [^\n]+\n$/],
    ['a password in the address', ['list', '--at', 'https://a:b@x.test'], /Leave them out\.\n$/],
  ];
  for (const [name, args, words] of mistakes) {
    it(`says what is wrong: ${name}`, async () => {
      const { code, output } = await admin(args);
      assert.match(output, words);
      assert.equal(code, 1);
    });
  }

  it('says where to look for the paper when the address is another one', async () => {
    const { output } = await admin(['list', '--at', `${standIn.url}/api`]);
    assert.equal(output, `${editor.email}\n`); // the origin counts
    const { code, output: other } = await admin(['list', '--at', await paperWith({})]);
    assert.match(
      other,
      /amplify_outputs\.json does not say auth\.aws_region\. Is Presspass there\?\n$/,
    );
    assert.equal(code, 1);
  });

  it('says when nobody is there', async () => {
    const { code, output } = await admin(['list', '--at', await nobodysAddress()]);
    assert.match(output, /^Nothing listens at 127\.0\.0\.1:\d+\.\n$/);
    assert.equal(code, 1);
  });

  it('says when no stand-in runs', async () => {
    const { code, output } = await admin(['list'], { EDGE_PORT: '1' });
    assert.match(output, /^No stand-in answers on port 1\. Start it [^\n]+--at <url> [^\n]+\n$/);
    assert.equal(code, 1);
  });
});
