import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, execPath } from 'node:process';
import { after, before, describe, it } from 'node:test';
import { appFolder } from './testing/app-folder.ts';

const infra = import.meta.dirname;
let home: string;

before(async () => {
  home = await mkdtemp(join(tmpdir(), 'presspass-'));
});

after(() => rm(home, { recursive: true }));

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a script with Node from `infra/`, as somebody without AWS credentials and without a network. */
function node(script: string, args: string[], variables: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const noNetwork = new URL('./testing/no-network.ts', import.meta.url).href;
  return new Promise((resolve) => {
    const { PATH, NODE_COMPILE_CACHE } = env;
    const alone = { PATH, NODE_COMPILE_CACHE, HOME: home, NODE_OPTIONS: `--import=${noNetwork}` };
    const options = { cwd: infra, env: { ...alone, ...variables } };
    execFile(execPath, [script, ...args], options, (failure, stdout, stderr) => {
      resolve({ code: Number(failure?.code ?? 0), stdout, stderr });
    });
  });
}

const cdk = (...args: string[]): Promise<Ended> =>
  node(join(infra, 'node_modules/aws-cdk/bin/cdk'), ['synth', '--quiet', ...args], {
    PRESSPASS_APP: appFolder,
  });

describe("the CDK's command line", () => {
  it('synthesises every stack and has it judged, without credentials and without a network', async () => {
    const folder = join(home, 'cdk.out');
    const { code, stdout, stderr } = await cdk('--output', folder, '-c', 'firewall=on');
    assert.equal(code, 0, stdout + stderr);
    const files = await readdir(folder);
    const templates = files.filter((file) => file.endsWith('.template.json'));
    assert.deepEqual(templates.toSorted(), [
      'Firewall.template.json',
      'Identity.template.json',
      'News.template.json',
      'Web.template.json',
    ]);
    const report = await readFile(join(folder, 'validation-report.json'), 'utf8');
    const judges = (JSON.parse(report) as { pluginReports: { pluginName: string }[] })
      .pluginReports;
    assert.ok(judges.some(({ pluginName }) => pluginName === 'AwsSolutions'));
  });

  it('says what is wrong with a setting, and that is where it ends', async () => {
    const { code, stderr } = await cdk('-c', 'gatway=http');
    assert.equal(code, 1);
    const [first, ...others] = stderr.trim().split('\n');
    assert.match(first ?? '', /^There is no setting "gatway"; there are environment, gateway, /);
    // The second is the command line's own.
    assert.equal(others.length, 1, stderr);
  });
});

describe('the app', () => {
  it('ends with one line when a setting is wrong', async () => {
    const context = JSON.stringify({ machines: 'whether' });
    const { code, stdout, stderr } = await node('main.ts', [], { CDK_CONTEXT_JSON: context });
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /^machines names "whether"\. It may be none, all, or some of .*\n$/);
  });
});
