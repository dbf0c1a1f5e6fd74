import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, after, before, test } from 'node:test';
import { portsFrom, requireFreePort } from './ports.ts';

let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-group-'));
});
after(() => rm(folder, { recursive: true }));

test('ports come from the environment, and nonsense is named', () => {
  assert.deepEqual(portsFrom({}), { app: 4200, edge: 4300 });
  assert.deepEqual(portsFrom({ PORT: '5000', EDGE_PORT: '' }), { app: 5000, edge: 4300 });
  for (const PORT of ['x', '0', '65536', '-1', '1.5', '0x10']) {
    assert.throws(() => portsFrom({ PORT }), /PORT is ".+"\. It must be a number/, PORT);
  }
  assert.throws(() => portsFrom({ PORT: '4300' }), /both 4300/);
});

test('a port in use is said in one line with what to do', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await assert.rejects(requireFreePort(port, 'PORT'), {
    message: new RegExp(`^Port ${port} is in use\\. Stop .+ PORT=${port + 10} npm [^\\n]+$`),
  });
  server.close();
  await once(server, 'close');
  await requireFreePort(port, 'PORT');
});

test(
  'a command does what it is for to the end, though nobody reads what it prints any more',
  { timeout: 20_000 },
  async () => {
    const script = join(folder, 'talkative.mjs');
    const start = new URL('start-up-problem.ts', import.meta.url).href;
    await writeFile(
      script,
      `import { runCommand } from '${start}';
       import { setImmediate } from 'node:timers/promises';
       await runCommand(async () => {
         for await (const _ of process.stdin);
         for (let line = 0; line < 100; line += 1) { console.log('All is well.'); await setImmediate(); }
         return 3;
       });
       `,
    );
    const child = spawn(process.execPath, [script], { stdio: 'pipe' });
    let errors = '';
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    child.stdout.destroy();
    await once(child.stdout, 'close');
    child.stdin.end();
    const [code] = (await once(child, 'close')) as [number];
    assert.equal(errors, '');
    assert.equal(code, 3);
  },
);

/** How long to wait, and between two looks: milliseconds. */
const patience = { timeout: 10_000, interval: 20 };

/** Starts a group of two, each with a child of its own, and resolves when all four run. */
async function startGroup(
  t: TestContext,
  name: string,
): Promise<{ leader: ReturnType<typeof spawn>; pids: number[] }> {
  const list = join(folder, `${name}.txt`);
  await writeFile(list, '');
  const member = join(folder, 'member.mjs');
  await writeFile(
    member,
    `import { spawn } from 'node:child_process'; import { appendFileSync } from 'node:fs';
     const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)']);
     appendFileSync(${JSON.stringify(list)}, process.pid + '\\n' + child.pid + '\\n');
     setInterval(() => {}, 1e6);`,
  );
  const script = join(folder, `${name}.mjs`);
  await writeFile(
    script,
    `import { ProcessGroup } from '${new URL('process-group.ts', import.meta.url).href}';
     const group = new ProcessGroup();
     for (const name of ['one', 'two']) group.start({ name, script: ${JSON.stringify(member)}, output: 'drop' });
     process.exit(await group.ended);`,
  );
  const leader = spawn(process.execPath, [script], { stdio: ['ignore', 'ignore', 'pipe'] });
  const pids = await t.waitFor(async () => {
    const started = (await readFile(list, 'utf8')).trim().split('\n').filter(Boolean).map(Number);
    assert.equal(started.length, 4, `${started.length} of 4 processes have started`);
    return started;
  }, patience);
  return { leader, pids };
}

async function allGone(t: TestContext, pids: number[]): Promise<void> {
  await t.waitFor(() => {
    assert.deepEqual(pids.filter(isRunning), [], 'these processes are still running');
  }, patience);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // no such process
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(
    `${signal} ends all processes and what they started, with success`,
    { timeout: 20_000 },
    async (t) => {
      const { leader, pids } = await startGroup(t, signal);
      leader.kill(signal);
      const [code] = (await once(leader, 'exit')) as [number];
      await allGone(t, pids);
      assert.equal(code, 0);
    },
  );
}

test(
  'when one process dies the others end, and that is a failure',
  { timeout: 20_000 },
  async (t) => {
    const { leader, pids } = await startGroup(t, 'death');
    process.kill(pids[0] ?? 0, 'SIGKILL');
    const [code] = (await once(leader, 'exit')) as [number];
    await allGone(t, pids);
    assert.equal(code, 1);
  },
);
