import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { settingsFrom } from '../../infra/settings.ts';

/** What of a workflow these tests look at. */
interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

interface Job {
  permissions?: Record<string, string>;
  needs?: string;
  if?: string;
  uses?: string;
  environment?: string;
  'timeout-minutes'?: number;
  concurrency?: { group: string; 'cancel-in-progress': boolean };
  strategy?: { matrix: { node: number[] } };
  steps?: Step[];
}

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

const root = new URL('../../', import.meta.url);
const folder = new URL('.github/workflows/', root);
const texts = new Map<string, string>();
for (const name of await readdir(folder)) {
  texts.set(name, await readFile(new URL(name, folder), 'utf8'));
}
const workflow = (name: string): Workflow => parse(texts.get(name) ?? '') as Workflow;
const stepsOf = (name: string): Step[] =>
  Object.values(workflow(name).jobs).flatMap(({ steps = [] }) => steps);
const commandsOf = ({ steps = [] }: Job = {}): string[] => steps.flatMap(({ run }) => run ?? []);
const scripts = Object.keys(
  (JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as { scripts: object })
    .scripts,
);
const page = await readFile(new URL('docs/deploy.md', root), 'utf8');

describe('every workflow', () => {
  for (const [name, text] of texts) {
    it(`${name}: uses actions of others at one commit, with its version beside it`, () => {
      const used = [...text.matchAll(/uses: (\S+)(.*)/g)].map(([, action = '', rest = '']) => ({
        action,
        rest,
      }));
      assert.ok(used.length > 0);
      for (const { action, rest } of used) {
        if (action.startsWith('./')) continue;
        assert.match(action, /^[\w-]+\/[\w-]+@[\da-f]{40}$/);
        assert.match(rest, /^ # v\d+\.\d+\.\d+$/);
      }
    });

    it(`${name}: holds no secret, and nothing that somebody else writes becomes a command`, () => {
      assert.ok(!/\bsecrets\b|access[-_]key|pull_request_target/i.test(text));
      for (const { run = '' } of stepsOf(name)) assert.ok(!run.includes('${{'), run);
    });

    it(`${name}: may do nothing but what a job says, and leaves no token in the clone`, () => {
      const { permissions, jobs } = workflow(name);
      assert.deepEqual(permissions, {});
      for (const [id, job] of Object.entries(jobs)) {
        const writes = Object.entries(job.permissions ?? {}).filter(
          ([, value]) => value === 'write',
        );
        assert.ok(job.permissions, id);
        assert.deepEqual(
          writes.map(([permission]) => permission),
          id === 'deploy' ? ['id-token'] : [],
        );
        assert.ok(job.uses !== undefined || job['timeout-minutes'] !== undefined, id);
      }
      for (const { uses = '', with: inputs } of stepsOf(name)) {
        if (uses.startsWith('actions/checkout@'))
          assert.equal(inputs?.['persist-credentials'], false);
      }
    });

    it(`${name}: runs commands that exist`, () => {
      for (const { run } of stepsOf(name)) {
        if (run === undefined || /^sudo apt-get install --yes [\w -]+$/.test(run)) continue;
        const [, script = run] = /^npm (?:run )?([\w:]+)/.exec(run) ?? [];
        assert.ok(scripts.includes(script), run);
      }
    });
  }
});

describe('the workflow check', () => {
  it('checks and tests, on the oldest Node that starts the project and on its own', () => {
    const { on, jobs } = workflow('check.yml');
    assert.deepEqual(Object.keys(on), ['push', 'pull_request', 'workflow_call']);
    assert.deepEqual(commandsOf(jobs['check']), ['npm run check', 'npm test']);
    assert.deepEqual(jobs['check']?.strategy?.matrix.node, [20, 24]);
  });

  it('walks through the paper in each engine, and lets none be missing', async () => {
    const engines = (await readdir(new URL('e2e/browsers/', root))).flatMap(
      (file) => /^(\w+)\.test\.ts$/.exec(file)?.[1] ?? [],
    );
    assert.deepEqual(engines, ['chromium', 'firefox', 'webkit']);
    assert.ok(
      commandsOf(workflow('check.yml').jobs['browsers']).includes(
        `npm run test:browsers -- ${engines.join(' ')}`,
      ),
    );
  });

  it('runs every campaign for half a minute', async () => {
    const command = await readFile(new URL('tools/campaign.ts', root), 'utf8');
    const names = [...command.matchAll(/^ {2}(\w+): async \(\) => \(await import/gm)];
    assert.deepEqual(
      commandsOf(workflow('check.yml').jobs['campaigns']),
      names.map(([, name = '']) => `npm run campaign -- ${name} --seconds 30`),
    );
    assert.equal(names.length, 4);
  });
});

describe('the workflow deploy', () => {
  const { jobs } = workflow('deploy.yml');
  const { deploy = {} } = jobs;

  it('deploys what was checked, from main only, one at a time', () => {
    assert.equal(jobs['check']?.uses, './.github/workflows/check.yml');
    assert.equal(deploy.needs, 'check');
    assert.match(deploy.if ?? '', /github\.ref == 'refs\/heads\/main'/);
    assert.equal(deploy.concurrency?.['cancel-in-progress'], false);
    assert.match(deploy.steps?.at(-1)?.run ?? '', /^npm run deploy -- --yes /);
  });

  it('has its credentials from OpenID Connect, with role and region from variables', () => {
    const login = deploy.steps?.find(({ uses }) => uses?.startsWith('aws-actions/'));
    assert.deepEqual(login?.with, {
      'role-to-assume': '${{ vars.AWS_ROLE_ARN }}',
      'aws-region': '${{ vars.AWS_REGION }}',
    });
  });

  it('is let in by the trust policy of docs/deploy.md, and nobody else is', () => {
    const policies = [...page.matchAll(/```json\n([^]*?)```/g)].map(
      ([, text = '']) => JSON.parse(text) as { Statement: Record<string, unknown>[] },
    );
    const trust = policies
      .flatMap(({ Statement }) => Statement)
      .filter((one) => 'Principal' in one);
    const [statement, ...others] = trust;
    assert.deepEqual(others, []);
    assert.equal(statement?.['Action'], 'sts:AssumeRoleWithWebIdentity');
    assert.deepEqual(statement['Condition'], {
      StringEquals: {
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': `repo:OWNER@OWNER_ID/REPOSITORY@REPOSITORY_ID:environment:${deploy.environment ?? ''}`,
      },
    });
  });
});

describe('docs/deploy.md', () => {
  it('lists every setting, and no other', () => {
    const listed = [...page.matchAll(/^\| `([a-z]\w*)` +\|/gm)].map(([, name = '']) => name);
    assert.throws(
      () => settingsFrom({ nothingOfThisName: '' }, {}),
      ({ message }: Error) => {
        const names = message.replace(/^.*; there are (.*)\.$/, '$1').split(', ');
        assert.deepEqual(listed.sort(), names.sort());
        return true;
      },
    );
  });
});
