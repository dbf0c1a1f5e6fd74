import { runTool } from '../processes/tool.ts';

/** Where the production build lies. */
export const buildFolder = 'dist/presspass/browser';

/** Builds the app for production. Resolves to whether that succeeded; the compiler says why not. */
export async function buildForProduction(): Promise<boolean> {
  const { code } = await runTool('node_modules/@angular/cli/bin/ng.js', ['build'], {
    output: 'show',
    env: {
      NG_CLI_ANALYTICS: 'false',
      // Merges small lazy chunks: fewer requests, and fewer bytes as they compress together.
      NG_BUILD_OPTIMIZE_CHUNKS: '1',
    },
  });
  return code === 0;
}
