import { runTool } from '../processes/tool.ts';
import { type Outcome, judge } from './outcome.ts';
import { withResultFile } from './result-file.ts';

/** What the reporter in karma.conf.js writes. */
interface KarmaResult extends Outcome {
  hasCrashed: boolean;
}

/** Runs the app's specs in a headless Chromium. */
export async function runAppSuite(chromium: string): Promise<Outcome> {
  const [{ code }, result] = await withResultFile((file) =>
    runTool('node_modules/@angular/cli/bin/ng.js', ['test', '--watch=false'], {
      output: 'show',
      env: { CHROME_BIN: chromium, KARMA_RESULT: file, NG_CLI_ANALYTICS: 'false' },
    }),
  );
  return karmaOutcome(result as KarmaResult | undefined, code);
}

export function karmaOutcome(result: KarmaResult | undefined, code: number): Outcome {
  if (!result) return judge(undefined, code || 1);
  const { hasCrashed, ...counted } = result;
  // A browser that crashed after some passes has not run the rest.
  return hasCrashed ? { ...counted, failed: counted.failed + 1 } : judge(counted, code);
}
