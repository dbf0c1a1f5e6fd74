import { DEMO_PEOPLE, PEOPLE_POOL_ID, SERVICES_POOL_ID } from '../seed/identities.ts';

const style = `
  :root { color-scheme: light dark; --paper: #faf8f4; --ink: #1c1a17; --soft: #5f5a52; --line: #ddd6ca; --mark: #9b1c1c; }
  @media (prefers-color-scheme: dark) {
    :root { --paper: #161513; --ink: #f1ede6; --soft: #b0a99d; --line: #3a362f; --mark: #f2a097; }
  }
  body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
  main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
  h1 { margin: 0; font: 700 2rem/1.2 Georgia, serif; }
  header p { margin: .25rem 0 1.5rem; padding-bottom: 1rem; border-bottom: 3px double var(--line); color: var(--soft); }
  h2 { margin: 2rem 0 .5rem; font: 700 1.125rem/1.4 Georgia, serif; }
  ul { margin: 0; padding: 0; list-style: none; display: grid; gap: .5rem; }
  li { overflow-wrap: anywhere; color: var(--soft); }
  a, code { color: var(--ink); }
  code { font-size: .9375rem; }
  a:focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
`;

const openIdOf = (poolId: string): string => `/${poolId}/.well-known/openid-configuration`;

const people = DEMO_PEOPLE.map(
  ({ email, password }) => `<li><code>${email}</code> <code>${password}</code></li>`,
);

/** Where to look, for somebody who opens the stand-in in a browser. */
export const directory = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>AWS on this laptop · Presspass</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<h1>AWS on this laptop</h1>
<p>User pools, gateway, tables and mailbox of Presspass. The app itself runs at another address.</p>
</header>
<ul>
<li><a href="/mailbox">/mailbox</a>: what Cognito would have e-mailed</li>
<li><a href="/about.json">/about.json</a>: pools, app clients with their secrets, demo people</li>
<li><a href="/amplify_outputs.json">/amplify_outputs.json</a>: the app’s configuration</li>
<li><a href="/health">/health</a>: whether it is up</li>
</ul>
<h2>APIs</h2>
<ul>
<li><a href="/api/news">/api/news</a>: the news, as a REST API with the Cognito authorizer</li>
<li><code>/services/hello</code>, <code>/services/weather</code>: the services, the same kind, for machines</li>
<li><a href="/http-api/news">/http-api/news</a>, <code>/http-api/hello</code>, <code>/http-api/weather</code>: both, as one HTTP API with the JWT authorizer</li>
</ul>
<h2>User pools</h2>
<ul>
<li><code>POST /</code>: Cognito’s own API, for Amplify, the AWS SDK and the AWS command line</li>
<li><a href="${openIdOf(PEOPLE_POOL_ID)}">the people’s</a> and <a href="${openIdOf(SERVICES_POOL_ID)}">the services’</a> OpenID configuration: addresses for signing in, tokens and public keys</li>
</ul>
<h2>Who can sign in</h2>
<ul>
${people.join('\n')}
</ul>
</main>
</body>
</html>
`;
