import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startStandIn } from '../../local/stand-in.ts';
import type { StandIn } from '../../local/stand-in.ts';
import { expectRunning, runStandIn } from '../../local/testing/process.ts';
import { runCommandScript } from '../testing/command.ts';
import { mixedWrites } from './crashes/mixed-writes.ts';
import { racesIn } from './races/arena.ts';
import { runRaces } from './races/run-races.ts';
import { Random } from './random.ts';
import { Report } from './report.ts';
import { startFaultyProxy } from './testing/proxy.ts';
import type { Fault } from './testing/proxy.ts';

let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-campaigns-'));
});

after(() => rm(folder, { recursive: true }));

describe('campaigns against a stand-in with a fault', () => {
  let standIn: StandIn;

  before(async () => {
    standIn = await startStandIn({ folder: join(folder, 'state'), port: 0 });
  });

  after(() => standIn.close());

  async function against(
    fault: Fault,
    name: string,
  ): Promise<{ code: number | null; output: string }> {
    const proxy = await startFaultyProxy(`http://127.0.0.1:${standIn.port}`, fault);
    const options = ['--cases', '400', '--seconds', '120', '--seed', '7', '--target', proxy.url];
    const ended = await runCommandScript('campaign', [name, ...options]);
    await proxy.close();
    return ended;
  }

  it('tokens finds a verifier that does not look at signatures, and says how to see it again', async () => {
    const real = new Map<string, string>();
    const unsigned = (token: string): string => token.slice(0, token.lastIndexOf('.'));
    const { code, output } = await against(
      {
        onAnswer: (text) => {
          for (const [token] of text.matchAll(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g)) {
            real.set(unsigned(token), token);
          }
        },
        onRequest: (text) =>
          text.replaceAll(
            /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*/g,
            (token) => real.get(unsigned(token)) ?? token,
          ),
      },
      'tokens',
    );
    assert.match(
      output,
      /^FAILED: a bit of the signature \(case \d+\)\n.*seen: +200 .*\n.*input: .*"token":"eyJ/m,
    );
    assert.match(output, /^all +[\d,]+ +[\d,]+/m);
    assert.match(
      output,
      /failed\. To repeat: npm run campaign -- tokens --seed 7 --seconds 120 --cases 400$/m,
    );
    assert.equal(code, 1);
  });

  it('fuzz finds an input that is answered with 500, and tells it exactly', async () => {
    const { code, output } = await against(
      {
        onRequest: (text) => (text.includes('constructor') ? 500 : text),
      },
      'fuzz',
    );
    assert.match(output, /^FAILED: .*\n +seen: +500 .*\n +input: \{"method":.*constructor/m);
    assert.match(
      output,
      /To repeat: npm run campaign -- fuzz --seed 7 --seconds 120 --cases 400$/m,
    );
    assert.equal(code, 1);
  });
});

describe('kill -9', () => {
  it('is noticed where a restart loses what was acknowledged', async () => {
    const report = new Report();
    const early = join(folder, 'early');
    let starts = 0;
    await mixedWrites(
      { seed: 7, seconds: 60, cases: 1, target: undefined, report },
      async (state) => {
        // The second start goes on from a state of before the writes.
        if (starts > 0) {
          await rm(state, { recursive: true });
          await cp(early, state, { recursive: true });
        }
        const standIn = expectRunning(await runStandIn(state));
        if (starts === 0) await cp(state, early, { recursive: true });
        starts += 1;
        return standIn;
      },
    );
    assert.ok(report.failed > 0);
    assert.match(String(report), /FAILED: kill -9 among writes \(case 0\)\n.*must be/);
  });

  it('comes at exactly the write that was asked for, between the making and the filling of a file too', async () => {
    const preload = new URL('crashes/exit-at-write.ts', import.meta.url).href;
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    const script = `fs.writeFileSync(${JSON.stringify(first)}, 'whole'); fs.writeFileSync(${JSON.stringify(second)}, 'whole')`;
    const killedAt = (write: number): string | null =>
      spawnSync(process.execPath, ['--import', preload, '-e', script], {
        env: { CAMPAIGN_WRITE: String(write) },
      }).signal;
    assert.equal(killedAt(3), 'SIGKILL');
    assert.equal(await readFile(first, 'utf8'), 'whole');
    await assert.rejects(readFile(second), { code: 'ENOENT' });
    assert.equal(killedAt(4), 'SIGKILL');
    assert.equal(await readFile(second, 'utf8'), '');
    assert.equal(killedAt(5), null);
  });
});

describe('races', () => {
  const oneAt = { name: 'a counter', make: () => Promise.resolve({ count: 0 }) };
  const look = ({ count }: { count: number }): Promise<string> => Promise.resolve(String(count));

  async function raced(add: (counter: { count: number }) => Promise<string>): Promise<Report> {
    const report = new Report();
    const races = racesIn({ ...oneAt, writes: [{ name: 'add', perform: add }], look });
    const conditions = { seed: 7, seconds: 60, cases: 50, target: undefined, report };
    await runRaces(races, 1, performance.now() + 60_000, new Random(7), conditions);
    return report;
  }

  it('notice an update that gets lost', async () => {
    const report = await raced(async (counter) => {
      const { count } = counter;
      await new Promise(setImmediate);
      counter.count = count + 1;
      return 'added';
    });
    assert.ok(report.failed > 0);
    assert.match(String(report), /FAILED: a counter .*\n.*seen: +added \| added \| 1\n/);
  });

  it('are content with writes that are whole', async () => {
    const report = await raced(async (counter) => {
      await new Promise(setImmediate);
      counter.count += 1;
      return 'added';
    });
    assert.equal(report.failed, 0);
    assert.match(String(report), /^a counter +50 +50$/m);
  });
});

it('the same seed tries the same', () => {
  const numbers = (seed: number, aCase: number): number[] => {
    const random = new Random(seed, aCase);
    return Array.from({ length: 20 }, () => random.below(1000));
  };
  assert.deepEqual(numbers(7, 3), numbers(7, 3));
  assert.notDeepEqual(numbers(7, 3), numbers(7, 4));
  assert.notDeepEqual(numbers(7, 3), numbers(8, 3));
});
