import { type Signal, computed, inject, resource } from '@angular/core';
import { type Configuration, ConfigurationLoader } from '../configuration';

/** One rule of the pool's for passwords. */
export interface PasswordRule {
  readonly words: string;
  readonly isMetBy: (password: string) => boolean;
}

/** What Cognito counts as a sign; blanks count where they are inside. */
const sign = /[$^*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|\S \S/;

/**
 * The rules as `amplify_outputs.json` tells them. What it does not mention is not asked for; the
 * pool itself has the last word.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
 */
export function passwordRules({ outputs }: Pick<Configuration, 'outputs'>): PasswordRule[] {
  const { password_policy: policy = {} } = (outputs['auth'] ?? {}) as {
    password_policy?: Readonly<Record<string, unknown>>;
  };
  const length = typeof policy['min_length'] === 'number' ? policy['min_length'] : 8;
  const one = (isAsked: unknown, words: string, pattern: RegExp): PasswordRule[] =>
    isAsked === true ? [{ words, isMetBy: (password) => pattern.test(password) }] : [];
  return [
    {
      words: `at least ${String(length)} characters`,
      isMetBy: (password) => password.length >= length,
    },
    ...one(policy['require_lowercase'], 'a lower-case letter', /[a-z]/),
    ...one(policy['require_uppercase'], 'an upper-case letter', /[A-Z]/),
    ...one(policy['require_numbers'], 'a number', /[0-9]/),
    ...one(policy['require_symbols'], 'a sign such as ! or -', sign),
  ];
}

/** The rules, once the configuration is there; none before. */
export function injectPasswordRules(): Signal<readonly PasswordRule[]> {
  const configuration = inject(ConfigurationLoader);
  const rules = resource({ loader: async () => passwordRules(await configuration.load()) });
  return computed(() => (rules.hasValue() ? rules.value() : []));
}

/** What a password still lacks, in words: "an upper-case letter, a number". */
export function missingFrom(password: string, rules: readonly PasswordRule[]): string {
  return rules
    .filter(({ isMetBy }) => !isMetBy(password))
    .map(({ words }) => words)
    .join(', ');
}
