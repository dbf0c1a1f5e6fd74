/** `npm run check`: everything a reviewer would otherwise have to look for. */
import { argv } from 'node:process';
import { steps, type Step } from './check/steps.ts';
import { runCommand } from './processes/start-up-problem.ts';
import { argumentsFrom } from './processes/usage.ts';
import { runTool } from './processes/tool.ts';

/** At a time; most of the tools use one core. */
const parallel = 2;

const usage = 'Usage: npm run check     everything a reviewer would otherwise have to look for';

async function check(): Promise<number> {
  argumentsFrom(argv.slice(2), usage, {});
  const waiting = [...steps];
  const failed: string[] = [];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (!(await passes(step))) failed.push(step.name);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
  return failed.length > 0 ? 1 : 0;
}

async function passes({ name, script, args }: Step): Promise<boolean> {
  const start = performance.now();
  const { code, output } = await runTool(script, args, { output: 'keep' });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}  (${seconds} s)`);
  if (code !== 0) console.log(`\n${output.trim()}\n`);
  return code === 0;
}

await runCommand(check);
