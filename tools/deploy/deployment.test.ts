import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { after, afterEach, before, beforeEach, describe, it, mock } from 'node:test';
import type { Mock } from 'node:test';
import { startStandIn } from '../../local/stand-in.ts';
import type { StandIn } from '../../local/stand-in.ts';
import { paperWithFaults } from '../doctor/testing/paper-with-faults.ts';
import { openPreview } from '../preview/preview-server.ts';
import type { Preview } from '../preview/preview-server.ts';
import { emptyAccount, pretendAws } from '../testing/pretend-aws.ts';
import type { PretendAws } from '../testing/pretend-aws.ts';
import { Cdk } from './cdk.ts';
import { deploy } from './deployment.ts';
import type { DeploymentParts } from './deployment.ts';
import { readinessFor } from './readiness.ts';
import { smokeTest } from './smoke-test.ts';

let folder: string;
let standIn: StandIn;
let app: Preview;
let address: string;
let aws: PretendAws;
let said: Mock<typeof console.log>;

/** What the pretended command line was asked for, and what it fails at: `deploy 2` for the second time. */
let calls: string[];
let failsAt = '';
const times = new Map<string, number>();

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  standIn = await startStandIn({ folder: join(folder, 'state'), port: 0 });
  await writeFile(join(folder, 'index.html'), '<!doctype html><app-root></app-root>');
  app = await openPreview({ folder, port: 0, origin: standIn.url });
  address = `http://localhost:${app.port}`;
  aws = await pretendAws();
  Object.assign(env, aws.environment);
});

after(async () => {
  await aws.close();
  await app.close();
  await standIn.close();
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  said = mock.method(console, 'log', () => undefined);
  calls = [];
  failsAt = '';
  times.clear();
  Object.assign(aws.account, emptyAccount(), { bootstraps: { 'eu-west-1': '21' } });
});
afterEach(() => {
  said.mock.restore();
});

const output = (): string =>
  said.mock.calls.map(({ arguments: [text] }) => String(text)).join('\n');

/** What a deployment leaves behind. */
function haveStacks(status = 'CREATE_COMPLETE'): void {
  for (const part of ['identity', 'news', 'web']) {
    const outputs: Record<string, string> = part === 'web' ? { Address: address } : {};
    aws.account.stacks.set(`presspass-${part}`, { status, outputs });
  }
}

/** A script that stands for the CDK's: it notes what it is asked for, and fails when it is told to. */
async function pretendedCdk(): Promise<string> {
  const script = join(folder, 'cdk.mjs');
  await writeFile(
    script,
    `import { appendFileSync, existsSync } from 'node:fs';
     const [verb, ...rest] = process.argv.slice(2);
     appendFileSync(${JSON.stringify(join(folder, 'calls'))}, JSON.stringify([verb, ...rest, process.env.AWS_REGION]) + '\\n');
     process.exit(existsSync(${JSON.stringify(join(folder, 'fail-'))} + verb) ? 1 : 0);`,
  );
  return script;
}

/** The command line by that script; what it would do to the account is done when it has succeeded. */
async function cdk(): Promise<Cdk> {
  const real = new Cdk({ region: 'eu-west-1', profile: undefined, script: await pretendedCdk() });
  const step = async (verb: string, run: () => Promise<boolean>): Promise<boolean> => {
    const time = (times.get(verb) ?? 0) + 1;
    times.set(verb, time);
    const isFailing = failsAt === `${verb} ${time}`;
    if (isFailing) await writeFile(join(folder, `fail-${verb}`), '');
    const hasSucceeded = await run();
    if (isFailing) await rm(join(folder, `fail-${verb}`));
    return hasSucceeded;
  };
  mock.method(real, 'synthesise', (context: Record<string, string>) =>
    step('synth', () => Cdk.prototype.synthesise.call(real, context)),
  );
  mock.method(real, 'showDifference', () =>
    step('diff', () => Cdk.prototype.showDifference.call(real)),
  );
  mock.method(real, 'deploy', async () => {
    const hasSucceeded = await step('deploy', () => Cdk.prototype.deploy.call(real));
    if (hasSucceeded) haveStacks();
    return hasSucceeded;
  });
  return real;
}

async function run(
  context: Record<string, string> = {},
  parts: Partial<DeploymentParts> = {},
): Promise<number> {
  await rm(join(folder, 'calls'), { force: true });
  const options = {
    context: { region: 'eu-west-1', ...context },
    isAgreed: true,
    profile: undefined,
  };
  try {
    return await deploy({
      options,
      ready: await readinessFor('deploy', options),
      cdk: await cdk(),
      build: () => Promise.resolve(true),
      ask: () => Promise.resolve(true),
      smokeTest: (at) => smokeTest(at, { attempts: 1, pause: 0 }),
      ...parts,
    });
  } finally {
    const lines = await readFile(join(folder, 'calls'), 'utf8').catch(() => '');
    calls = lines.split('\n').filter(Boolean).map(inShort);
  }
}

/** "synth" and what it was told that is not the region: "synth appOrigin=…". */
function inShort(line: string): string {
  const [verb, ...words] = JSON.parse(line) as string[];
  const settings = words.filter((word) => /^\w+=/.test(word) && !word.startsWith('region='));
  return [verb, ...settings].join(' ');
}

describe('npm run deploy', () => {
  it('deploys twice the first time, since the address is known only then, and looks at the result', async () => {
    const questions: string[] = [];
    const code = await run(
      {},
      {
        ask: (question) => {
          questions.push(question);
          return Promise.resolve(true);
        },
      },
    );
    assert.deepEqual(calls, [
      'synth',
      'diff',
      'deploy',
      `synth appOrigin=${address}`,
      'diff',
      'deploy',
    ]);
    assert.deepEqual(questions, [
      '\nDeploy this to account 123456789012, eu-west-1 (development, in two passes, since CloudFront makes the address in the first)?',
    ]);
    assert.match(output(), /ok {7}The sign-in page loads/);
    assert.match(output(), /\d doors are shut without a token/);
    assert.ok(output().includes(`\nPresspass is at ${address}\n`));
    assert.ok(output().includes(`npm run admin -- add <e-mail> --at ${address}\n`));
    assert.equal(code, 0);
  });

  it('deploys once from then on, with the address that it has', async () => {
    haveStacks();
    assert.equal(await run(), 0);
    assert.deepEqual(calls, [`synth appOrigin=${address}`, 'diff', 'deploy']);
  });

  it('deploys once with a domain of its own', async () => {
    const code = await run(
      {
        domain: 'news.example.org',
        certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/abc',
        hostedZone: 'Z1',
      },
      { smokeTest: () => Promise.resolve(true) },
    );
    assert.equal(code, 0);
    assert.deepEqual(
      calls.filter((call) => !call.startsWith('synth')),
      ['diff', 'deploy'],
    );
    assert.ok(!calls[0]?.includes('appOrigin'));
  });

  it('deploys again when the address has become another', async () => {
    haveStacks();
    aws.account.stacks.set('presspass-web', {
      status: 'CREATE_COMPLETE',
      outputs: { Address: 'https://news.example.org' },
    });
    assert.equal(await run(), 0);
    assert.deepEqual(
      calls.filter((call) => call.startsWith('synth')),
      ['synth appOrigin=https://news.example.org', `synth appOrigin=${address}`],
    );
  });

  it('tells the command line where and for which region', async () => {
    await run();
    const [line = ''] = (await readFile(join(folder, 'calls'), 'utf8')).split('\n');
    const words = JSON.parse(line) as string[];
    assert.ok(words.includes('region=eu-west-1'));
    assert.equal(words.at(-1), 'eu-west-1');
    const deployment = (await readFile(join(folder, 'calls'), 'utf8')).split('\n')[2] ?? '';
    assert.match(
      deployment,
      /"deploy","--all","--app","[^"]+cdk\.out","--require-approval","never"/,
    );
  });

  it('deploys nothing when the answer is no', async () => {
    assert.equal(await run({}, { ask: () => Promise.resolve(false) }), 1);
    assert.deepEqual(calls, ['synth', 'diff']);
    assert.match(output(), /Nothing was deployed\.$/);
  });

  const early: [what: string, at: string, words: RegExp, seen: string[]][] = [
    [
      'the synthesis',
      'synth 1',
      /^Nothing was deployed: a definition in infra\/ is wrong/,
      ['synth'],
    ],
    ['the difference', 'diff 1', /^Nothing was deployed: the difference cannot/, ['synth', 'diff']],
  ];
  for (const [what, at, words, seen] of early) {
    it(`deploys nothing when ${what} fails`, async () => {
      failsAt = at;
      await assert.rejects(run(), { name: 'StartUpProblem', message: words });
      assert.deepEqual(calls, seen);
    });
  }

  it('deploys nothing when the build fails', async () => {
    const build = (): Promise<boolean> => Promise.resolve(false);
    await assert.rejects(run({}, { build }), {
      message: 'Nothing was deployed: the build failed.',
    });
    assert.deepEqual(calls, []);
  });

  it('says what there is when it stops half-way, and what to run', async () => {
    failsAt = 'deploy 1';
    aws.account.stacks.set('presspass-identity', { status: 'CREATE_COMPLETE' });
    aws.account.stacks.set('presspass-news', { status: 'ROLLBACK_COMPLETE' });
    await assert.rejects(run({ gateway: 'http' }), ({ message }: Error) => {
      assert.match(message, /presspass-identity {2}CREATE_COMPLETE: deployed\n/);
      assert.match(
        message,
        /presspass-news {6}ROLLBACK_COMPLETE: could not be made; the next deployment/,
      );
      assert.match(message, /presspass-web {7}not there\n/);
      assert.match(
        message,
        /goes on from here: npm run deploy -- -c region=eu-west-1 -c gateway=http\n/,
      );
      assert.match(message, /instead: npm run destroy -- -c region=eu-west-1 -c gateway=http$/);
      return true;
    });
  });

  it('says so when the second pass stops', async () => {
    failsAt = 'deploy 2';
    await assert.rejects(run(), /The deployment stopped on its way/);
    assert.equal(calls.length, 6);
  });

  it('says so when the credentials have ended meanwhile', async () => {
    failsAt = 'deploy 1';
    const build = (): Promise<boolean> => {
      aws.account.refusals = { DescribeStacks: 'ExpiredToken' };
      return Promise.resolve(true);
    };
    await assert.rejects(
      run({}, { build }),
      /CloudFormation does not answer these credentials any more/,
    );
  });

  it('waits for nobody: while somebody else deploys it stops', async () => {
    haveStacks('UPDATE_IN_PROGRESS');
    await assert.rejects(
      run(),
      /^StartUpProblem: Somebody else is deploying[^\n]+\n[^]+AWS is working on it/,
    );
    assert.deepEqual(calls, []);
  });

  it('is red when what it deployed is not protected', async () => {
    const open = await paperWithFaults(address, ({ path }) =>
      path === '/api/me' ? { answer: { status: 200, body: '{}' } } : undefined,
    );
    try {
      aws.account.stacks.set('presspass-web', {
        status: 'CREATE_COMPLETE',
        outputs: { Address: open.url },
      });
      mock.method(aws.account.stacks, 'set', () => aws.account.stacks);
      assert.equal(await run(), 1);
      assert.match(output(), /problem {2}GET \/api\/me IS OPEN/);
      assert.ok(output().includes(`It is deployed at ${open.url}, and not all is well`));
    } finally {
      await open.close();
    }
  });

  it('looks again before it says that not all is well', async () => {
    let requests = 0;
    const late = await paperWithFaults(address, ({ path }) => {
      if (path !== '/sign-in') return undefined;
      requests += 1;
      return requests === 1 ? { answer: { status: 502, body: '{}' } } : undefined;
    });
    try {
      assert.equal(await smokeTest(new URL(late.url), { attempts: 2, pause: 0 }), true);
      assert.equal(requests, 2);
    } finally {
      await late.close();
    }
  });
});
