import { type Section, notBuiltYet, notEmulated, onPurpose, provenElsewhere, row } from '../row.ts';

const articles = 'the articles';
const journeys = provenElsewhere('the journeys in a real browser, e2e/journeys');

/** S2 to S4: people with passwords, the news, the user-sign-in function. */
export const articlePeople: Section[] = [
  {
    title: 'Article 2: a newspaper whose news only signed-in people delete',
    rows: [
      row('2-1', articles, 'An Angular app shows the latest news on its main page.', journeys),
      row('2-2', articles, 'GET /news is public and answers JSON from a DynamoDB table.'),
      row(
        '2-3',
        articles,
        'Before it is locked, anybody deletes all news by DELETE /news.',
        onPurpose('the newspaper starts locked; there is no unlocked state to return to'),
      ),
      row('2-4', articles, 'The stage `api` is the first part of the path.'),
      row(
        '2-5',
        articles,
        'A change becomes public by deploying again.',
        notEmulated('the contract is read at start, so a restart is the deployment'),
      ),
      row('2-6', articles, 'A user pool and an app client with names.'),
      row('2-7', articles, 'The browser’s app client has no secret.'),
      row(
        '2-8',
        articles,
        'A client that allows USER_PASSWORD_AUTH and refreshing only refuses SRP.',
      ),
      row(
        '2-9',
        articles,
        'The app client allows the implicit grant.',
        onPurpose(
          'the browser’s client uses the code with PKCE, which has replaced it; the implicit grant is there for clients that name it, tested in local/user-pool/oauth',
        ),
      ),
      row('2-10', articles, 'Tokens cannot be tampered with, expire, and are then refreshed.'),
      row('2-11', articles, 'The authorizer reads the header Authorization.'),
      row('2-12', articles, 'Without a token, DELETE /news answers 401 and deletes nothing.'),
      row(
        '2-13',
        articles,
        'Signing up answers UserConfirmed false and where the code went, masked.',
      ),
      row('2-14', articles, 'A code arrives by e-mail and confirms the account.'),
      row(
        '2-15',
        articles,
        'USER_PASSWORD_AUTH answers ChallengeParameters {} and the three tokens, ExpiresIn 3600, Bearer.',
      ),
      row('2-16', articles, 'The raw ID token opens the door, without "Bearer".'),
      row(
        '2-17',
        articles,
        'Whoever is signed in may delete.',
        onPurpose('superseded by the article’s own outlook, 2-18: only editors may'),
      ),
      row(
        '2-18',
        articles,
        'Only the group admin deletes: 200 for it, 403 for others, 401 for nobody.',
      ),
      row('2-19', articles, 'A hosted page signs people in, in place of one’s own.'),
      row(
        '2-20',
        articles,
        'A Lambda function may be the authorizer instead.',
        notEmulated(
          'groups are checked by the handler; no API of the project has a Lambda authorizer',
        ),
      ),
    ],
  },
  {
    title: 'Article 3: user-sign-in, a function that signs people in',
    rows: [
      row('sign-in-username', articles, 'No username: 10022 "username is required", asked first.'),
      row('sign-in-password', articles, 'No password: 10022 "password is required".'),
      row(
        'sign-in-refused',
        articles,
        'NotAuthorizedException: 10023 "The username or password is incorrect".',
      ),
      row(
        'sign-in-unconfirmed',
        articles,
        'UserNotConfirmedException: 10023 "User is not confirmed".',
      ),
      row('sign-in-other', articles, 'Any other exception: 10023 with its text as boto words it.'),
      row(
        'sign-in-success',
        articles,
        'Success: 10024 with ID, refresh and access token, expires_in 3600, Bearer.',
      ),
      row(
        'sign-in-challenge',
        articles,
        'A challenge instead of tokens: 10025 "Something went wrong! Please try again."',
      ),
      row('3-1', articles, 'An empty string is not missing: it reaches Cognito.'),
      row(
        '3-2',
        articles,
        'AdminInitiateAuth wants SECRET_HASH, Base64 of HMAC-SHA256 over username and client id.',
      ),
      row(
        '3-3',
        articles,
        'The password is in ClientMetadata too.',
        onPurpose(
          'it would reach triggers and logs; a test of the function shows that it does not',
        ),
      ),
      row(
        '3-4',
        articles,
        'The function reads pool, client and secret from its environment.',
        provenElsewhere('backend/handlers: TypeScript on Node in place of Python'),
      ),
      row(
        '3-5',
        articles,
        'The function’s role may do no more than it needs.',
        notBuiltYet('it belongs to the stacks of the deployment'),
      ),
      row(
        '3-6',
        articles,
        'A failure after somebody else’s success carries no tokens (in the article it does).',
      ),
      row('3-7', articles, 'The id_token of user-sign-in opens an API with a Cognito authorizer.'),
      row('3-8', articles, 'Without the header: Unauthorized; with it: the answer.'),
      row(
        '3-9',
        articles,
        'Good practice: tokens, encryption and signatures, quotas and throttling, a gateway.',
        provenElsewhere('the rows claims-…, gateway-throttled and quota-… below'),
      ),
    ],
  },
  {
    title: 'Article 4: step by step',
    rows: [
      row(
        '4-1',
        articles,
        'A pool with a password policy and e-mail sign-in; an app client without secret.',
      ),
      row('4-2', articles, 'The same API exists as HTTP API and as REST API.'),
      row('4-3', articles, 'The HTTP API’s JWT authorizer knows the pool by its issuer.'),
      row('4-4', articles, 'The REST API’s authorizer reads the header Authorization.'),
      row('4-5', articles, 'Methods and routes are protected one by one.'),
      row('4-6', articles, 'A raw token is taken on both kinds of API.'),
      row('4-7', articles, 'Groups manage permissions; tokens expire and are refreshed.'),
      row('4-8', articles, 'The gateway throttles: 429.'),
      row('4-9', articles, 'It grows on: MFA, for one.'),
      row('4-10', articles, 'There is a test user to begin with.'),
    ],
  },
  {
    title: 'The product in one sentence',
    rows: [
      row('5-a', articles, 'Amplify Auth signs up, confirms and signs in against the user pool.'),
      row(
        '5-b',
        articles,
        'An interceptor sends the token that the operation wants.',
        provenElsewhere('the app’s specs, src/app/session'),
      ),
      row('5-c', articles, 'Route guards let signed-in people pass.', journeys),
      row('5-d', articles, 'The news are listed and deleted.', journeys),
      row(
        '5-e',
        articles,
        '`ng test` runs without a display and without a network.',
        provenElsewhere('`npm test`'),
      ),
    ],
  },
];
