import { runTool } from '../processes/tool.ts';
import { type Outcome, judge } from './outcome.ts';
import { withResultFile } from './result-file.ts';

/** Runs other people's clients against the stand-in; a machine without the AWS CLI runs that much less. */
export async function runConformanceSuite(files: string[] = []): Promise<Outcome> {
  const [{ code }, result] = await withResultFile((file) =>
    runTool('conformance/main.ts', files, { output: 'show', env: { CONFORMANCE_RESULT: file } }),
  );
  return judge(result as Outcome | undefined, code);
}
