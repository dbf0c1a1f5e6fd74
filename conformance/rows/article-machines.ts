import { type Section, notBuiltYet, notEmulated, provenElsewhere, row } from '../row.ts';

const articles = 'the articles';
const deployment = notBuiltYet('it belongs to the stacks of the deployment');

/** S0 and S1: machines with client credentials, a greeting and the weather. */
export const articleMachines: Section[] = [
  {
    title: 'Article 0: an API for machines, locked with client credentials',
    rows: [
      row('0-1', articles, 'A method without an authorizer answers anybody.'),
      row('0-2', articles, 'What the authorizer refuses never reaches the integration.'),
      row('0-3', articles, 'A pool for machines requires no attributes.'),
      row('0-4', articles, 'A pool for machines refuses sign-up.'),
      row('0-5', articles, 'A pool for machines verifies no attributes and sends no messages.'),
      row('0-6', articles, 'A machine’s app client has a secret.'),
      row('0-7', articles, 'A domain serves the endpoints where tokens are fetched.'),
      row('0-8', articles, 'A resource server defines the scope.'),
      row('0-9', articles, 'The app client is allowed the flow client_credentials.'),
      row('0-10', articles, 'The method names the Cognito authorizer and a scope.'),
      row(
        '0-11',
        articles,
        'A change of the API takes effect only after a deployment.',
        notEmulated('the contract is read at start, so a restart is the deployment'),
      ),
      row('0-12', articles, 'Without a token: 401 {"message":"Unauthorized"}.'),
      row(
        '0-13',
        articles,
        'The secret in the Authorization header gets exactly access_token, expires_in 3600 and token_type Bearer.',
      ),
      row(
        '0-14',
        articles,
        'With `Authorization: Bearer <access token>` the greeting is {"message":"Hello!"}.',
      ),
      row('0-15', articles, 'A program, as an Angular app is one, calls the locked API.'),
    ],
  },
  {
    title: 'Article 1: weather events with a scope for each method',
    rows: [
      row('1-1', articles, 'One stack deploys everything, in a region of choice.', deployment),
      row('1-2', articles, 'People are named by their e-mail address, in any case of letters.'),
      row('1-3', articles, 'The resource server is `weather-api`, "Weather API Resource Server".'),
      row('1-4', articles, 'Its scopes are post, get and delete, each with its description.'),
      row(
        '1-5',
        articles,
        'The app client has a secret, client_credentials, tokens of 60 minutes, no user flows, and post and get, not delete.',
      ),
      row('1-6', articles, 'The stack names a domain of its own.', deployment),
      row(
        '1-7',
        articles,
        'An OpenAPI 3.0 file describes the API, and its stage is the first part of the path.',
      ),
      row(
        '1-8',
        articles,
        'The security scheme is an API key in the header Authorization, with Cognito as its authorizer type.',
        provenElsewhere(
          '`npm run check`, which reads contract/services.yaml; the gateway takes its authorizers from there',
        ),
      ),
      row('1-9', articles, 'GET with weather-api/get lists two events: 200, application/json.'),
      row('1-10', articles, 'POST with weather-api/post answers {"message":"success"}.'),
      row(
        '1-11',
        articles,
        'Callers send Accept and Content-Type application/json; the body is not read.',
      ),
      row('1-12', articles, 'The secret in the form works as it does in the header.'),
      row(
        '1-13',
        articles,
        'Asking for no scope brings all of the client’s, and not the one that it lacks.',
      ),
      row('1-14', articles, 'Asking for one scope brings just that.'),
      row('1-15', articles, 'GET with a token for post only: 401 {"message":"Unauthorized"}.'),
      row('1-16', articles, 'POST with that token succeeds.'),
      row('1-17', articles, 'Asking for a scope that the client lacks: 400 invalid_grant.'),
      row('1-18', articles, 'No operation changes a client’s secret.'),
      row(
        '1-19',
        articles,
        'A client that was deleted gets no more tokens; issued ones work at the gateway until they expire.',
      ),
      row('1-20', articles, 'Every service has an app client of its own.'),
      row(
        '1-21',
        articles,
        'A token is used again until about three quarters of its life are over: many calls, one token request.',
        provenElsewhere('the tests of `npm run wire`: a thousand items, one token request'),
      ),
      row('1-22', articles, 'The token endpoint takes 150 requests a second, then answers 429.'),
      row(
        '1-23',
        articles,
        'What user pool, resource server, app client and domain are for is explained.',
        provenElsewhere('docs/machine-walk.md'),
      ),
      row('1-24', articles, 'A secret never reaches the browser.'),
    ],
  },
];
