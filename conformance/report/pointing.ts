import type { ClientName } from '../check.ts';

/** What has to be done so that a client asks the stand-in and not AWS, in Markdown. */
export const pointing: Readonly<Record<ClientName, string>> = {
  'aws-amplify':
    '`Auth.Cognito.userPoolEndpoint` in `Amplify.configure`. The format of `amplify_outputs.json` drops it, so it is set after ' +
    '`parseAmplifyConfig`. On Node it also wants a storage (`setKeyValueStorage`). `signInWithRedirect` writes `https://` before ' +
    'the domain by itself and so cannot be pointed here; the same endpoints are tested through the OAuth clients.',
  'AWS SDK':
    '`endpoint` and `region`; any credentials for the operations of administrators, which the stand-in wants signed and whose ' +
    'signature it does not check.',
  'amazon-cognito-identity-js':
    '`endpoint` in `new CognitoUserPool(…)`, and a `Storage` on Node. It refreshes by REFRESH_TOKEN_AUTH, which an app client ' +
    'with rotation (`presspass-web`) does not offer, here and at AWS: it signs in there by SRP, and refreshes with `presspass-cli`. ' +
    'It repeats a refused refresh for some seconds, whatever the refusal.',
  'openid-client':
    '`customFetch`, which moves `https://cognito-idp.<region>.amazonaws.com/` to the stand-in, since the issuer keeps AWS’s form; ' +
    '`allowInsecureRequests` for HTTP. `enableNonRepudiationChecks` makes it check the signature of ID tokens.',
  oauth4webapi:
    'The same two options, at each step; `validateApplicationLevelSignature` checks the signature of ID tokens.',
  'aws-jwt-verify':
    'A `SimpleJwksCache` whose fetcher moves the address of the keys. It goes by this ' +
    'machine’s clock, not by the stand-in’s, so expiry is tested at the gateway.',
  fetch: 'Nothing: the address.',
  'AWS CLI':
    '`--endpoint-url`; `--no-sign-request` for what the app itself may call, dummy credentials in the environment for the rest. ' +
    'It is tested where the machine has it.',
};
