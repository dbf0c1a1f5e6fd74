import { fileURLToPath } from 'node:url';
import { runTool } from '../../tools/processes/tool.ts';

const script = fileURLToPath(new URL('publish-history.ts', import.meta.url));

/** Publishes so many articles into the state in `folder`, which no stand-in has open, in a process of its own. */
export async function publishHistory(folder: string, articles: number): Promise<void> {
  const { code, output } = await runTool(script, [folder, String(articles)], { output: 'keep' });
  if (code !== 0) throw new Error(`${articles} articles could not be published:\n${output}`);
}
