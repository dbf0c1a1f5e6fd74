import { type Section, notEmulated, provenElsewhere, row } from '../row.ts';

const aws = 'AWS documentation';
const captured = 'captured by third parties';
const unverified = 'unverified';
const gatewayTests = provenElsewhere('the tests in local/gateway');

/** How API Gateway's two kinds of API refuse, and what they let through. */
export const gateway: Section[] = [
  {
    title: 'REST API with a Cognito authorizer',
    rows: [
      row(
        'rest-no-scopes',
        aws,
        'A method without scopes wants an ID token; an access token gets 401.',
      ),
      row('rest-scopes', aws, 'A method with scopes wants an access token with any of them.'),
      row('rest-insufficient-scope', aws, 'An access token without the scope: 401, not 403.'),
      row('rest-id-token-with-scopes', aws, 'An ID token at a method with scopes: 401.'),
      row(
        'rest-header-forms',
        'the articles',
        'The raw token and `Bearer <token>` are both taken.',
      ),
      row(
        'rest-missing',
        captured,
        'No token: 401 {"message":"Unauthorized"} with UnauthorizedException and request ids.',
      ),
      row('rest-empty', captured, 'An empty Authorization: the same 401.'),
      row('rest-malformed', captured, 'Something that is no JWT: the same 401.'),
      row('rest-wrong-pool', captured, 'A token of another pool: the same 401.'),
      row('rest-bad-signature', captured, 'A changed signature: the same 401.'),
      row('rest-unknown-key', captured, 'A key that the pool does not have: the same 401.'),
      row(
        'rest-expired',
        captured,
        'An expired token: 401 {"message":"The incoming token has expired"}.',
      ),
      row('rest-source', aws, 'The token is read from the header Authorization and nowhere else.'),
      row(
        'rest-audience',
        aws,
        'The token validation is matched against the ID token’s aud: other clients’ tokens get 401.',
      ),
      row(
        'rest-cache',
        aws,
        'Results are remembered for authorizerResultTtlInSeconds: 300 by default, at most 3600, 0 for never.',
        gatewayTests,
      ),
      row('rest-revoked', aws, 'Signing out does not stop an ID token that has not expired.'),
      row(
        'rest-claims',
        aws,
        'The function gets the claims as strings in requestContext.authorizer.claims.',
      ),
      row(
        'rest-deployment',
        aws,
        'Changes need a deployment.',
        notEmulated('the contract is read at start'),
      ),
      row(
        'rest-several-pools',
        aws,
        'An authorizer may name several pools; a token of any of them passes.',
      ),
      row(
        'rest-test-invoke',
        aws,
        'The console’s test invocation takes ID tokens only.',
        notEmulated('there is no console'),
      ),
      row(
        'rest-jwt-authorizer',
        aws,
        'REST APIs have JWT authorizers too, which answer 403 for a missing scope.',
        notEmulated('the contracts name Cognito authorizers; the JWT kind is under /http-api'),
      ),
    ],
  },
  {
    title: 'CORS at the gateway',
    rows: [
      row(
        'cors-fresh',
        aws,
        'A fresh API’s refusals carry no Access-Control-Allow-Origin (PRESSPASS_CORS=fresh shows it).',
      ),
      row(
        'cors-gateway-responses',
        aws,
        'Gateway responses with the header let a page read status and body.',
      ),
      row('cors-preflight', aws, 'OPTIONS has no authorizer, and allows the header Authorization.'),
      row(
        'cors-proxy',
        aws,
        'With a proxy integration the function itself sends the CORS headers.',
      ),
      row(
        'cors-http-api',
        aws,
        'An HTTP API answers the preflight itself and ignores the function’s CORS headers.',
      ),
    ],
  },
  {
    title: 'HTTP API with a JWT authorizer',
    rows: [
      row(
        'http-missing',
        captured,
        'No token: 401 {"message":"Unauthorized"}, www-authenticate: Bearer.',
      ),
      row(
        'http-malformed',
        captured,
        'No JWT: invalid_token, "token contains an invalid number of segments".',
      ),
      row(
        'http-audience',
        aws,
        'Another audience: invalid_token, "the token does not have a valid audience".',
      ),
      row('http-issuer', captured, 'Another issuer: 401; the header’s wording is not published.'),
      row(
        'http-expired',
        unverified,
        'An expired token: 401; the header’s wording is not published.',
      ),
      row(
        'http-signature',
        unverified,
        'A bad signature: 401; the header’s wording is not published.',
      ),
      row(
        'http-scope',
        aws,
        'A valid token without the route’s scopes: 403 {"message":"Forbidden"}.',
      ),
      row(
        'http-scope-header',
        unverified,
        '… with error="insufficient_scope" in www-authenticate.',
      ),
      row(
        'http-unknown-route',
        unverified,
        'A route that does not exist: 404 {"message":"Not Found"}.',
      ),
      row('http-throttled', unverified, 'Too many requests: 429 {"message":"Too Many Requests"}.'),
      row(
        'http-order',
        aws,
        'Issuer, audience, times and scopes are looked at in the documented order.',
        gatewayTests,
      ),
      row('http-header-forms', aws, 'The raw token and `Bearer <token>` are both taken.'),
      row(
        'http-token-use',
        aws,
        'Without route scopes an ID token passes as an access token does: token_use is not looked at.',
      ),
      row('http-client-id', aws, 'client_id counts as the audience where there is no aud.'),
      row(
        'http-no-custom-scopes',
        aws,
        'Signing in by the SDK brings aws.cognito.signin.user.admin and no custom scope.',
      ),
      row(
        'http-event',
        aws,
        'The function gets claims as strings, and scopes, in requestContext.authorizer.jwt.',
      ),
    ],
  },
  {
    title: 'Gateway responses of a REST API',
    rows: [
      row('gateway-unauthorized', aws, 'UNAUTHORIZED: 401, UnauthorizedException.'),
      row(
        'gateway-access-denied',
        aws,
        'ACCESS_DENIED: 403 "User is not authorized to access this resource".',
        notEmulated(
          'it comes from Lambda authorizers and resource policies, which no API here has',
        ),
      ),
      row(
        'gateway-unknown-route',
        aws,
        'An unknown path or method: 403 {"message":"Missing Authentication Token"}.',
      ),
      row(
        'gateway-unknown-route-bearer',
        captured,
        '… with `Authorization: Bearer …`: IncompleteSignatureException and a hash of the header.',
      ),
      row(
        'gateway-expired-token',
        aws,
        'EXPIRED_TOKEN is 403 by default, for signed requests.',
        notEmulated('no method here is signed with SigV4'),
      ),
      row(
        'gateway-api-key',
        unverified,
        'INVALID_API_KEY: 403 {"message":"Forbidden"}.',
        notEmulated('no method here wants an API key'),
      ),
      row(
        'gateway-invalid-signature',
        aws,
        'INVALID_SIGNATURE: 403.',
        notEmulated('no method here is signed with SigV4'),
      ),
      row(
        'gateway-waf',
        unverified,
        'WAF_FILTERED: 403 {"message":"Forbidden"}.',
        notEmulated('there is no firewall'),
      ),
      row(
        'gateway-bad-body',
        unverified,
        'BAD_REQUEST_BODY: 400 {"message":"Invalid request body"}.',
        notEmulated(
          'no request validator is configured: the functions validate, and name the field',
        ),
      ),
      row(
        'gateway-bad-parameters',
        unverified,
        'BAD_REQUEST_PARAMETERS: 400 {"message":"Missing required request parameters: [x]"}.',
        notEmulated(
          'no request validator is configured: the functions validate, and name the field',
        ),
      ),
      row(
        'gateway-resource-not-found',
        aws,
        'RESOURCE_NOT_FOUND: 404.',
        notEmulated(
          'it comes after a request was authorized for a resource that is not there; an unknown path is answered as gateway-unknown-route',
        ),
      ),
      row('gateway-too-large', unverified, 'More than 10 MB: 413 {"message":"Request Too Long"}.'),
      row(
        'gateway-media-type',
        unverified,
        'UNSUPPORTED_MEDIA_TYPE: 415.',
        notEmulated('proxy integrations pass every media type on'),
      ),
      row('gateway-throttled', unverified, 'THROTTLED: 429 {"message":"Too Many Requests"}.'),
      row(
        'gateway-quota',
        unverified,
        'QUOTA_EXCEEDED: 429 {"message":"Limit Exceeded"}.',
        notEmulated('there are no usage plans'),
      ),
      row(
        'gateway-timeout',
        unverified,
        'INTEGRATION_TIMEOUT: 504 {"message":"Endpoint request timed out"} after 29 s.',
        gatewayTests,
      ),
      row(
        'gateway-failure',
        aws,
        'A function that fails or answers badly ends as 502 or 504.',
        gatewayTests,
      ),
      row(
        'gateway-configuration',
        unverified,
        'AUTHORIZER_CONFIGURATION_ERROR: 500 {"message":null}.',
        notEmulated(
          'an authorizer that is not understood stops the stand-in at start, by its operation’s name',
        ),
      ),
      row(
        'gateway-token-bucket',
        aws,
        'Throttling is a token bucket: a burst, then so many a second.',
      ),
      row('gateway-headers', aws, 'Headers have 10,240 bytes in all.'),
    ],
  },
];
