import { profileTrouble } from './profiles.ts';

/**
 * What is wrong with the credentials, when that is why AWS (or its SDK) has refused; undefined when it is not. One line that
 * says what to do. Names of the errors: https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html and the
 * services' own pages, which name the same ones differently. `profile` is the one that was said, else AWS_PROFILE counts.
 */
export function credentialTrouble(failure: unknown, profile?: string): string | undefined {
  if (!(failure instanceof Error)) return undefined;
  const missing = notFound.test(failure.name) ? profileTrouble(profile) : undefined;
  if (missing !== undefined) return missing;
  if (/session/i.test(failure.message) && failure.name === 'CredentialsProviderError') {
    return `The profile is not signed in: aws sso login --profile ${profileIn(failure.message)}`;
  }
  return troubles.find(({ names }) => names.test(failure.name))?.words(failure.message);
}

/** https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html */
const profileIn = (message: string): string =>
  /profile=([^\s']+)/.exec(message)?.[1] ?? process.env['AWS_PROFILE'] ?? '<its name>';

const renew = 'Sign in again (aws sso login), or renew the keys that are set in the environment.';

/** The SDK has looked everywhere and found none that it could use. */
const notFound = /^(CredentialsProviderError|TokenProviderError|ProviderError)$/;

const troubles: readonly { names: RegExp; words: (message: string) => string }[] = [
  {
    names: notFound,
    words: (message) =>
      /expired/i.test(message)
        ? `The AWS credentials have expired. ${renew}`
        : 'There are no AWS credentials. Sign in (aws sso login), and name the profile with --profile or AWS_PROFILE.',
  },
  {
    names: /^(ExpiredToken|ExpiredTokenException|RequestExpired)$/,
    words: () => `The AWS credentials have expired. ${renew}`,
  },
  {
    names: /^(InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId)$/,
    words: () => `AWS does not know these credentials. ${renew}`,
  },
  {
    names: /^(SignatureDoesNotMatch|InvalidSignatureException|IncompleteSignature)$/,
    words: () =>
      'AWS does not accept the signature: the secret key is wrong, or the clock of this machine is.',
  },
];

/** Why nobody at AWS answered, in one line that says what to do; undefined when somebody did. The codes are Node's. */
export function networkTrouble(failure: unknown): string | undefined {
  const { code = '', message = '' } = Object(failure) as { code?: string; message?: string };
  if (
    !/^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/.test(code)
  ) {
    return undefined;
  }
  return `AWS does not answer (${message || code}). Is there a network, and is the region spelt as it should be?`;
}
