import { runTool } from '../processes/tool.ts';

/** Where `ng build` puts the app: `outputPath` in angular.json. */
export const buildFolder = 'dist/presspass/browser';

/** What `ng build` says with `NG_BUILD_LOGS_JSON`: the texts for people, by their severity. */
interface BuildLog {
  errors: readonly string[];
  warnings: readonly string[];
}

/**
 * `ng build`, which also fails on what the compiler, the bundler or a budget only warns of. Resolves to
 * whether it succeeded; the messages say why not.
 */
export async function buildForProduction(): Promise<boolean> {
  console.log('Building the app …');
  const { code, output } = await runTool(
    'node_modules/@angular/cli/bin/ng.js',
    ['build', '--no-progress'],
    { output: 'keep', env: { NG_CLI_ANALYTICS: 'false', NG_BUILD_LOGS_JSON: '1' } },
  );
  const log = logIn(output);
  for (const message of log ? [...log.errors, ...log.warnings] : [output]) console.log(message);
  return code === 0 && log?.warnings.length === 0;
}

/** `null` where Angular's command line ended before it built anything. */
function logIn(output: string): BuildLog | null {
  try {
    return JSON.parse(output) as BuildLog;
  } catch {
    // It says in plain text what is wrong, with angular.json for example.
    return null;
  }
}
