import { type Section, notEmulated, onPurpose, provenElsewhere, row } from '../row.ts';

const aws = 'AWS documentation';
const captured = 'captured by third parties';
const unverified = 'unverified';

/** The token endpoint and its neighbours, and what is in the tokens. */
export const tokens: Section[] = [
  {
    title: 'OAuth endpoints',
    rows: [
      row('token-get', captured, 'GET on the token endpoint: 405.'),
      row('token-form', aws, 'The secret may be in the header or in the form.'),
      row(
        'token-client-credentials',
        aws,
        'client_credentials: access_token, expires_in, token_type, and nothing else.',
      ),
      row('token-code', aws, 'authorization_code: an ID token and a refresh token as well.'),
      row(
        'token-pkce',
        aws,
        'A code that was asked for with a challenge is exchanged only with its verifier.',
      ),
      row('token-refresh', aws, 'refresh_token: access and ID token.'),
      row('token-all-scopes', aws, 'No scope asked for: all custom scopes of the client.'),
      row(
        'token-foreign-scope',
        'the articles',
        'A scope that the client lacks: 400 invalid_grant.',
      ),
      row('token-no-scope', captured, 'A client without any custom scope: 400 invalid_scope.'),
      row('token-wrong-secret', aws, 'A wrong secret: 400 invalid_client.'),
      row('token-unknown-client', aws, 'An unknown client: 400 invalid_client.'),
      row('token-content-type', aws, 'Errors are application/json;charset=UTF-8.'),
      row('token-grant-off', aws, 'A grant that the client may not use: 400 unauthorized_client.'),
      row(
        'token-oauth-off',
        captured,
        'A client that may not use OAuth at all: 400 invalid_grant.',
      ),
      row('token-unknown-grant', aws, 'An unknown grant_type: 400 unsupported_grant_type.'),
      row('token-missing', aws, 'A missing parameter: 400 invalid_request.'),
      row('token-code-again', aws, 'A code that was used or never issued: 400 invalid_grant.'),
      row(
        'token-redirect',
        aws,
        'A code with another redirect_uri than it was issued for: 400 unauthorized_client.',
      ),
      row(
        'discovery',
        aws,
        'The pool’s openid-configuration lists its endpoints, under the issuer in AWS’s form.',
      ),
      row('token-refresh-revoked', aws, 'A refresh token that was revoked: 400 invalid_grant.'),
      row('token-rate', aws, 'More than 150 requests by client credentials in a second: 429.'),
      row(
        'client-needs-secret',
        captured,
        'client_credentials cannot be chosen for a client without secret: InvalidOAuthFlowException.',
      ),
      row('client-needs-scopes', captured, 'A client that may use OAuth names flows and scopes.'),
      row('revoke-ok', aws, 'Revoking a refresh token: 200, empty; and again.'),
      row('revoke-missing', aws, 'Revoking without a token: 400 invalid_request.'),
      row('revoke-kind', aws, 'Revoking an access token: 400 unsupported_token_type.'),
      row('revoke-client', aws, 'Revoking as an unknown client: 401 invalid_client.'),
      row('user-info', aws, 'userInfo tells the claims of a token with the scope openid.'),
      row(
        'user-info-native',
        aws,
        'userInfo refuses tokens of a sign-in by the SDK, which lack openid.',
      ),
      row(
        'user-info-missing',
        aws,
        'userInfo without a token: 400 invalid_request in WWW-Authenticate.',
      ),
      row(
        'user-info-expired',
        aws,
        'userInfo after signing out everywhere: 401 invalid_token in WWW-Authenticate.',
      ),
      row(
        'client-token-auth',
        aws,
        'GetClientToken and ALLOW_CLIENT_TOKEN_AUTH: tokens for machines through the SDK.',
        notEmulated('new, and no client of the articles uses it'),
      ),
    ],
  },
  {
    title: 'Quotas',
    rows: [
      row(
        'quota-categories',
        aws,
        'Requests a second by category, UserAuthentication 120: then TooManyRequestsException.',
      ),
      row(
        'quota-person',
        aws,
        'Codes for a person are sent a few times an hour: then LimitExceededException.',
      ),
      row('quota-confirm', aws, 'Confirming a sign-up: 15 tries an hour for a person.'),
      row('quota-resend', aws, 'Asking for another code: 5 times an hour for a person.'),
      row('quota-reset', aws, 'Resetting a forgotten password: 5 to 20 tries an hour; 20 here.'),
      row('quota-change', aws, 'Changing a password: 5 times an hour for a person.'),
      row(
        'quota-code-tries',
        aws,
        'A code may be tried as often as the hour allows.',
        onPurpose(
          'a code ends after five wrong tries, as if the hour’s were used up, and a new one works: six digits are soon tried out',
        ),
      ),
      row(
        'quota-user',
        aws,
        'Ten requests a second about one user: then TooManyRequestsException.',
      ),
      row('quota-sign-up-code', aws, 'A sign-up code is good for 24 hours.'),
      row('quota-reset-code', aws, 'A code for a forgotten password is good for one hour.'),
      row(
        'quota-session',
        aws,
        'The session of a challenge lasts 3 minutes unless the client says otherwise.',
      ),
      row(
        'quota-token-life',
        aws,
        'ID and access tokens live from 5 minutes to a day, refresh tokens from an hour to ten years.',
      ),
      row(
        'quota-cookie',
        aws,
        'The sign-in page remembers a browser for an hour.',
        provenElsewhere('the tests in local/user-pool/oauth'),
      ),
      row(
        'quota-counts',
        aws,
        '25 resource servers a pool, 100 scopes a server, 50 scopes a client, 100 groups a user.',
        provenElsewhere('the tests in local/user-pool'),
      ),
    ],
  },
  {
    title: 'Tokens and claims',
    rows: [
      row('claims-header', aws, 'Tokens are signed RS256; ID and access tokens by different keys.'),
      row('claims-keys', aws, 'The public keys are at <issuer>/.well-known/jwks.json.'),
      row(
        'claims-id',
        aws,
        'The ID token has sub, aud, cognito:username, email, email_verified as a boolean, and token_use id.',
      ),
      row(
        'claims-access',
        aws,
        'The access token has client_id, username, scope, and token_use access; no aud, no email.',
      ),
      row(
        'claims-machine',
        unverified,
        'A machine’s access token: sub is the client id, version 2, scopes in a string; no username, no groups.',
      ),
      row(
        'claims-refresh',
        aws,
        'auth_time and origin_jti stay those of the sign-in when tokens are refreshed.',
      ),
      row('claims-groups', aws, 'cognito:groups is in both tokens.'),
      row('claims-new-group', aws, 'A new group shows with the next refresh.'),
      row('claims-precedence', aws, 'Groups come by precedence, 0 first.'),
      row(
        'claims-serialised-rest',
        captured,
        'A REST API hands groups over as `admin,editors`; handlers read it.',
      ),
      row(
        'claims-serialised-http',
        captured,
        'An HTTP API hands groups over as `[admin editors]`; handlers read it.',
      ),
      row(
        'claims-group-names',
        aws,
        'A group’s name may hold any letters, marks, symbols, numbers and punctuation.',
        onPurpose(
          'CreateGroup refuses a comma, brackets and quotes: API Gateway hands groups over as a list in a text,' +
            ' where `x,admin` is one group or two. The handlers are safe from such names, here and on AWS: they count what the token itself names',
        ),
      ),
      row('claims-backend', aws, 'The group is checked behind the gateway: 403.'),
      row('claims-nonce', aws, 'The ID token of a sign-in by browser repeats the nonce.'),
      row(
        'claims-custom',
        aws,
        'Custom attributes are in the ID token as strings.',
        notEmulated('the pools define none'),
      ),
      row(
        'claims-device',
        aws,
        'A remembered device shows as device_key in the access token.',
        notEmulated('devices are not remembered'),
      ),
      row('amplify-refresh', captured, 'Amplify refreshes by GetTokensFromRefreshToken.'),
      row(
        'amplify-drift',
        captured,
        'Amplify refreshes five seconds before the ID or access token expires.',
        provenElsewhere('the app’s specs, src/app/session'),
      ),
      row(
        'amplify-keeps',
        captured,
        'Amplify forgets its tokens only for a definite refusal.',
        provenElsewhere('the app’s specs and journeys'),
      ),
      row(
        'amplify-sign-out',
        captured,
        'Amplify signs out by RevokeToken, everywhere by GlobalSignOut.',
      ),
    ],
  },
];
