/**
 * What is wrong with the credentials, when that is why AWS (or its SDK) has refused; undefined when it is not. One line that
 * says what to do. Names of the errors: https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html and the
 * services' own pages, which name the same ones differently.
 */
export function credentialTrouble(failure: unknown): string | undefined {
  if (!(failure instanceof Error)) return undefined;
  return troubles.find(({ names }) => names.test(failure.name))?.words(failure.message);
}

const renew = 'Sign in again (aws sso login), or renew the keys that are set in the environment.';

const troubles: readonly { names: RegExp; words: (message: string) => string }[] = [
  {
    names: /^(CredentialsProviderError|TokenProviderError|ProviderError)$/,
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
