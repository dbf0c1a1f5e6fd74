import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';

/**
 * That a profile of the AWS CLI does not exist, in one line that says what to do; undefined when it does, or none is named. The
 * SDK says of it only that it has found no credentials.
 */
export function profileTrouble(profile = env['AWS_PROFILE']): string | undefined {
  if (profile === undefined || profile === '') return undefined;
  const profiles = profilesThereAre();
  if (profiles.has(profile)) return undefined;
  const others = profiles.size > 0 ? `; there are ${[...profiles].join(', ')}` : ', nor any other';
  return `There is no AWS profile "${profile}"${others}. Name another with --profile or AWS_PROFILE, or make it: aws configure sso --profile ${profile}`;
}

/** https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html: `[profile a]` in the one file, `[a]` in the other. */
function profilesThereAre(): Set<string> {
  const folder = join(homedir(), '.aws');
  return new Set([
    ...sectionsIn(env['AWS_CONFIG_FILE'] ?? join(folder, 'config'), /^profile\s+/),
    ...sectionsIn(env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(folder, 'credentials'), /^/),
  ]);
}

/** The names of a file's sections that begin as said, without that; and its default. */
function sectionsIn(file: string, beginning: RegExp): string[] {
  const sections = [...textOf(file).matchAll(/^\s*\[([^\]]+)\]/gm)].map(([, name = '']) =>
    name.trim(),
  );
  return sections
    .filter((name) => name === 'default' || beginning.test(name))
    .map((name) => name.replace(beginning, '').replace(/^(["'])(.*)\1$/, '$2'));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // no such file, so no profile in it
  }
}
