import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStandIn } from '../../local/stand-in.ts';
import { runTool } from '../processes/tool.ts';
import { type Outcome, judge, withFailure } from './outcome.ts';
import { withResultFile } from './result-file.ts';

/** What the reporter in karma.conf.js writes. */
interface KarmaResult extends Outcome {
  hasCrashed: boolean;
}

/** Runs the app's specs in a headless Chromium, beside a stand-in for those that want real tokens. */
export async function runAppSuite(chromium: string, files: string[] = []): Promise<Outcome> {
  const [{ code }, result] = await withStandIn((standIn) =>
    withResultFile((file) =>
      runTool('node_modules/@angular/cli/bin/ng.js', ['test', '--watch=false', ...only(files)], {
        output: 'show',
        env: {
          CHROME_BIN: chromium,
          KARMA_RESULT: file,
          NG_CLI_ANALYTICS: 'false',
          PRESSPASS_STAND_IN: standIn,
        },
      }),
    ),
  );
  return karmaOutcome(result as KarmaResult | undefined, code);
}

/** Gives `run` the address of AWS on this machine: a fresh state, and a clock that specs can move. */
async function withStandIn<Result>(run: (standIn: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'presspass-app-'));
  try {
    const standIn = await startStandIn({ folder, port: 0, clock: 'manual' });
    try {
      return await run(standIn.url);
    } finally {
      await standIn.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const only = (files: string[]): string[] => files.map((file) => `--include=${file}`);

export function karmaOutcome(result: KarmaResult | undefined, code: number): Outcome {
  if (!result) return judge(undefined, code || 1);
  const { hasCrashed, ...counted } = result;
  // A browser that crashed after some passes has not run the rest.
  return hasCrashed
    ? withFailure(counted, 'The browser crashed, as said above; the rest has not run.')
    : judge(counted, code);
}
