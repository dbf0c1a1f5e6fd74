import type { Metafile } from 'esbuild';
import { passwordCheckSettings } from '../../backend/cognito/password-check-settings.ts';
import { articlesSettings } from '../../backend/dynamodb/articles-settings.ts';

/** What the back end declares, by file. */
const declared: Readonly<Record<string, readonly string[]>> = {
  'backend/dynamodb/articles-settings.ts': articlesSettings,
  'backend/cognito/password-check-settings.ts': passwordCheckSettings,
};

/**
 * The environment variables that a bundle's code cannot do without, by name: those that the declarations in it name. Throws, naming the
 * file, for a declaration that nobody has listed here.
 */
export function requiredVariables({
  inputs,
}: Pick<Metafile['outputs'][string], 'inputs'>): string[] {
  const files = Object.entries(inputs)
    // What tree shaking left nothing of asks for nothing.
    .filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && file.endsWith('-settings.ts'))
    .map(([file]) => file);
  const names = files.flatMap((file) => {
    const known = declared[file];
    if (known) return known;
    throw new Error(
      `${file} declares settings. Import it in infra/functions/required-variables.ts.`,
    );
  });
  return [...new Set(names)].sort();
}
