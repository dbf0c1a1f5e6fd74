import { responseHeaders } from '../../infra/web/response-headers.ts';
import { ask, isPage } from '../remote/asking.ts';
import type { Answer } from '../remote/asking.ts';
import type { Configuration } from '../remote/configuration.ts';
import { isLoopback } from '../remote/web-address.ts';
import { strangeAnswer } from './answer-words.ts';
import { note, ok, problem } from './finding.ts';
import type { Finding, Findings } from './finding.ts';

const isApp = (answer: Answer): boolean =>
  answer.status === 200 && isPage(answer) && answer.text.includes('<app-root');

/** Whether the app is at this origin: an API's own address and the stand-in have none. */
export const hasApp = async (origin: URL): Promise<boolean> =>
  isApp(await ask(new URL('/', origin)));

/** Whether a page of the app loads at an address that is no file, with the headers that keep it safe. */
export async function* lookAtPages(
  origin: URL,
  configuration: Configuration | undefined,
): Findings {
  const page = await ask(new URL('/sign-in', origin));
  if (!isApp(page)) {
    yield isPage(page) && page.status < 400
      ? problem(
          `GET ${page.url.href} is a page, and not the app’s.`,
          'Deploy the app’s files: npm run deploy',
        )
      : strangeAnswer(`GET ${page.url.href}`, page);
    return;
  }
  yield ok(`The sign-in page loads: ${page.url.href}`);
  if (configuration) yield* lookAtHeaders(page, configuration);
}

function* lookAtHeaders({ url, headers }: Answer, configuration: Configuration): Iterable<Finding> {
  const { endpoint, domain } = configuration;
  const expected = responseHeaders({
    userPoolEndpoint: endpoint.href,
    ...(domain && { userPoolDomain: domain.href }),
    scheme: url.protocol === 'https:' ? 'https' : 'http',
  });
  const wrong = Object.entries(expected).filter(
    ([name, value]) => !isAsExpected(name, value, headers.get(name)),
  );
  if (wrong.length === 0) {
    yield ok('It has the security headers, and its policy lets it reach the user pool.');
    return;
  }
  if (isLoopback(url) && !Object.keys(expected).some((name) => headers.has(name))) {
    yield note(
      'The page has no security headers: the development server of npm start sends none. npm run preview does, as CloudFront.',
    );
    return;
  }
  const names = wrong.map(([name]) => (headers.has(name) ? `${name} (another value)` : name));
  yield problem(
    `The page lacks security headers: ${names.join(', ')}.`,
    'Deploy again (npm run deploy), and look whether something before CloudFront takes them away.',
  );
}

/** A policy may say more than expected where the deployment has more; it must let the same sources through and forbid the rest. */
function isAsExpected(name: string, expected: string, value: string | null): boolean {
  if (value === null || name !== 'content-security-policy') return value === expected;
  const actual = directivesIn(value);
  return [...directivesIn(expected)].every(([directive, sources]) => {
    const given = actual.get(directive);
    if (directive === 'connect-src') return sources.every((source) => given?.includes(source));
    return given?.join(' ') === sources.join(' ');
  });
}

const directivesIn = (policy: string): Map<string, string[]> =>
  new Map(
    policy.split(';').map((text) => {
      const [directive = '', ...sources] = text.trim().split(/\s+/);
      return [directive, sources];
    }),
  );
