/** The boundaries of docs/architecture.md: imports run one way only. */
const tests = '\\.(spec|test)\\.ts$';
const app = '^src/app/';

/** Modules under `from` may not import what matches `to`, except where `options.but` (a module) or `options.except` (an import) says so. */
function forbid(name, from, to, { but, except } = {}) {
  return {
    name,
    severity: 'error',
    from: { path: from, ...(but && { pathNot: but }) },
    to: { path: to, ...(except && { pathNot: except }) },
  };
}

/** A module under `from` may import nothing else of this project than what matches `allowed`. */
const only = (name, from, allowed) =>
  forbid(name, from, '^(src|contract|backend|local|infra|e2e|bench|conformance|tools)/', {
    except: allowed,
  });

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-unlisted-packages',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-packages-at-run-time',
      severity: 'error',
      from: { path: '^(src|backend|local)/', pathNot: [tests, `${app}testing/`] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },

    // The app: app.* → features → news, session → shared → contract (types).
    only('app-knows-only-itself-and-the-contract', '^src/', '^(src|contract/generated)/'),
    forbid('contract-reaches-the-app-through-shared-news-session', app, '^contract/', {
      but: [
        `${app}(shared|news|session|testing)/`,
        `${app}app\\.config\\.ts$`,
        // The pass shows the contract itself.
        `${app}features/pass/door\\.ts$`,
      ],
    }),
    {
      name: 'features-never-import-each-other',
      severity: 'error',
      from: { path: `${app}features/([^/]+)/` },
      to: { path: `${app}features/`, pathNot: `${app}features/$1/` },
    },
    forbid(
      'nothing-below-imports-features',
      `${app}(news|session|shared|testing)/`,
      `${app}features/`,
    ),
    forbid('nothing-below-imports-the-frame', `${app}[^/]+/`, `${app}[^/]+\\.ts$`, { but: tests }),
    forbid('news-does-not-know-session', `${app}news/`, `${app}session/`, { but: tests }),
    forbid('session-does-not-know-news', `${app}session/`, `${app}news/`, { but: tests }),
    forbid('session-has-public-faces', `${app}(?!session/)`, `${app}session/`, {
      but: tests,
      except: `${app}session/((ways-in/|account/)?index|amplify/amplify)\\.ts$`,
    }),
    // Inside the session: ways-in, account → amplify → pool-domain → identity, the port; all else knows the port only.
    forbid('the-port-knows-no-session', `${app}session/identity/`, `${app}session/(?!identity/)`, {
      but: tests,
    }),
    forbid(
      'amplify-knows-the-port-only',
      `${app}session/(amplify|pool-domain)/`,
      `${app}session/(?!amplify/|pool-domain/|identity/|testing/|browser-storage|with-deadline)`,
      { but: tests },
    ),
    forbid(
      'the-core-of-the-session-knows-no-amplify',
      `${app}session/(?!amplify/|ways-in/|account/|testing/|pool-domain/|provide-session)`,
      `${app}session/(amplify|ways-in|account|pool-domain)/`,
      { but: tests },
    ),
    forbid('shared-is-below-news-and-session', `${app}shared/`, `${app}(news|session)/`, {
      but: tests,
    }),
    forbid('testing-is-for-specs', app, `${app}testing/`, { but: [tests, `${app}testing/`] }),
    forbid('only-the-amplify-adapter-imports-amplify', '^src/', 'node_modules/aws-amplify/', {
      but: `${app}session/`,
    }),
    forbid(
      'only-sign-in-knows-the-authenticator',
      '^src/(?!app/features/sign-in/)',
      'node_modules/@aws-amplify/ui',
    ),

    // The back end: handlers → http, news, sign-in; dynamodb → news; cognito → sign-in.
    only(
      'backend-knows-only-itself-and-the-contract',
      '^backend/',
      '^(backend|contract/generated)/',
    ),
    forbid(
      'handlers-are-at-the-top',
      '^backend/(http|news|dynamodb|sign-in|cognito)/',
      '^backend/handlers/',
      {
        but: tests,
      },
    ),
    forbid('http-is-below', '^backend/http/', '^backend/(news|dynamodb|sign-in|cognito)/', {
      but: tests,
    }),
    forbid(
      'rules-know-no-http-and-no-aws',
      '^backend/(news|sign-in)/',
      '^backend/(http|dynamodb|cognito)/',
      { but: tests },
    ),
    forbid('dynamodb-knows-only-news', '^backend/dynamodb/', '^backend/(http|sign-in|cognito)/', {
      but: tests,
    }),
    forbid('cognito-knows-only-sign-in', '^backend/cognito/', '^backend/(http|news|dynamodb)/', {
      but: tests,
    }),
    forbid(
      'only-the-stores-import-the-aws-sdk',
      '^(src|backend|infra)/',
      'node_modules/@aws-sdk/',
      {
        but: [tests, '^backend/(dynamodb|cognito)/', '^infra/account/'],
      },
    ),
    forbid(
      'only-cognito-imports-its-sdk',
      '^(src|backend|local|infra)/',
      'node_modules/@aws-sdk/client-cognito-identity-provider',
      { but: [tests, '^backend/cognito/', '/testing/'] },
    ),

    only('contract-knows-nobody', '^contract/', '^contract/'),
    only('local-knows-backend-and-contract', '^local/', '^(local|backend|contract)/'),
    only(
      'infra-knows-the-contract-and-the-handlers',
      '^infra/',
      '^(infra|contract|backend/handlers|backend/dynamodb/articles-(table|access|settings)|backend/cognito/password-check-settings)[/.]',
    ),
    forbid('only-infra-deploys', '^(?!infra/)', '/aws-cdk-lib/|/cdk-nag/|/constructs/'),
    // Commands that do without the CDK use them: `npm run preview`, `npm run local`, `npm run admin`.
    forbid(
      'what-other-commands-use-knows-no-cdk',
      '^infra/(web|functions|account)/',
      '/aws-cdk-lib/|/constructs/',
      { but: tests },
    ),
    only('e2e-drives-the-running-app', '^e2e/', '^e2e/'),
    only('conformance-drives-the-running-stand-in', '^conformance/', '^conformance/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // infra/ has a package.json of its own and uses the other's as well.
    combinedDependencies: true,
    exclude: { path: '^(dist|\\.angular|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    skipAnalysisNotInRules: true,
  },
};
