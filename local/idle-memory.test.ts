import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

test('an idle process gives back what a busy time took', () => {
  // Ends by itself as soon as the memory is given back.
  const script = `
    import { keepMemorySmall } from ${JSON.stringify(new URL('idle-memory.ts', import.meta.url).href)};
    keepMemorySmall(200);
    let busy = Array.from({ length: 2e6 }, (_, index) => ({ index, text: 'text ' + index }));
    const most = process.memoryUsage.rss();
    busy = undefined;
    setInterval(() => {
      if (process.memoryUsage.rss() < most / 2) process.exit();
    }, 50);
  `;
  const { status, signal } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script],
    {
      timeout: 30_000,
      stdio: 'inherit',
    },
  );
  assert.deepEqual({ status, signal }, { status: 0, signal: null });
});
