import { type SchemaPath, validate } from '@angular/forms/signals';

/** What somebody is told who chooses a password that Cognito's model does not allow. */
export const noSpaceAtEnds = 'A password has no space at its ends.';

/** For the field of a new password. */
export function withoutSpaceAtEnds(path: SchemaPath<string>): void {
  validate(path, ({ value }) =>
    hasSpaceAtEnds(value()) ? { kind: 'space-at-ends', message: noSpaceAtEnds } : undefined,
  );
}

export function hasSpaceAtEnds(password: string): boolean {
  return password !== knownPassword(password);
}

/**
 * A password that somebody has already, as it is sent. Cognito's model of a password is `[\S]+.*[\S]+`, so white space at
 * its ends cannot belong to it: it comes along when one copies. `trim` takes off just what `\s` stands for, U+00A0 included.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html
 */
export function knownPassword(typed: string): string {
  return typed.trim();
}
