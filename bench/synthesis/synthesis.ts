import { fileURLToPath } from 'node:url';
import { appFolder } from '../../infra/testing/app-folder.ts';
import { runTool } from '../../tools/processes/tool.ts';
import type { Figure } from '../figure.ts';
import { median } from '../statistics.ts';
import { temporaryFolder } from '../workspace.ts';

const everything = fileURLToPath(new URL('../../infra/main.ts', import.meta.url));
const smallest = fileURLToPath(new URL('../../infra/testing/smallest-app.ts', import.meta.url));
const secondsAllowed = 10;

/** How long all stacks take to be synthesised, with the functions bundled and both judges asked. `rounds` is how often. */
export async function measureSynthesis(rounds: number): Promise<Figure[]> {
  const ours: number[] = [];
  const least: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    least.push(await secondsOf(smallest));
    ours.push(await secondsOf(everything));
  }
  return [
    {
      name: 'all stacks synthesised, the functions bundled',
      value: median(ours),
      unit: 's',
      peer: { name: 'the CDK with one topic', value: median(least) },
      limit: { of: 'value', atMost: secondsAllowed },
    },
  ];
}

/** With any build of the app: it is handed on as it is. */
async function secondsOf(script: string): Promise<number> {
  const CDK_OUTDIR = await temporaryFolder('synthesis');
  const startedAt = performance.now();
  const env = { CDK_OUTDIR, PRESSPASS_APP: appFolder };
  const { code, output } = await runTool(script, [], { output: 'keep', env });
  if (code !== 0) throw new Error(`${script} ended with ${code}:\n${output}`);
  return (performance.now() - startedAt) / 1000;
}
