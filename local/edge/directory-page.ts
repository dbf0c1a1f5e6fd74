import { htmlPage } from '../http/page.ts';
import { DEMO_PEOPLE, PEOPLE_POOL_ID, SERVICES_POOL_ID } from '../seed/identities.ts';

const style = `
  h2 { margin: var(--space-6) 0 var(--space-2); font: 600 var(--step-1)/1.3 var(--serif); }
  ul { margin: 0; padding: 0; list-style: none; display: grid; gap: .5rem; }
  li { overflow-wrap: anywhere; color: var(--ink-soft); }
  li a, code { color: var(--ink); }
  code { font-size: .9375rem; }
`;

const openIdOf = (poolId: string): string => `/${poolId}/.well-known/openid-configuration`;

const people = DEMO_PEOPLE.map(
  ({ email, password }) => `<li><code>${email}</code> <code>${password}</code></li>`,
);

const body = `<header>
<h1>AWS on this laptop</h1>
<p>User pools, gateway, tables and mailbox of Presspass. The app itself runs at another address.</p>
</header>
<ul>
<li><a href="/mailbox">/mailbox</a>: what Cognito would have e-mailed</li>
<li><a href="/about.json">/about.json</a>: pools, app clients with their secrets, demo people</li>
<li><a href="/amplify_outputs.json">/amplify_outputs.json</a>: the app’s configuration</li>
<li><a href="/expired-tokens.json">/expired-tokens.json</a>: genuine tokens that ended an hour ago, to see what a gateway says to them</li>
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
</ul>`;

/** Where to look, for somebody who opens the stand-in in a browser. */
export const directory = htmlPage({ title: 'AWS on this laptop', style, body });
