import { jsonIn, ask, isRedirect, NoAnswer } from '../remote/asking.ts';
import type { Answer } from '../remote/asking.ts';
import { isLoopback } from '../remote/web-address.ts';
import { strangeAnswer } from './answer-words.ts';
import { doorOf } from './doors.ts';
import { ok, problem } from './finding.ts';
import type { Finding, Findings } from './finding.ts';
import { below, FoundApi } from './found-api.ts';

/** What was found at an address, with the answer that showed it. */
export interface Found {
  api: FoundApi;
  answer: Answer;
}

/** Looks for the news API at the app's origin, at a stage, or at one of its paths; undefined when it is not there. */
export async function* findApi(address: URL): Findings<Found | undefined> {
  const root = address.href.replace(/\/+$/, '').replace(/\/news$/, '');
  if (!isLoopback(address) && address.protocol === 'http:') {
    yield problem(
      `${address.host} is asked without TLS: everybody on the way reads tokens and news.`,
      'Use https://; no token is sent before.',
    );
  }
  // A stage is called as the contract's own path is, so that it is looked for first there.
  const layouts = root.endsWith('/api')
    ? (['stage', 'origin'] as const)
    : (['origin', 'stage'] as const);
  const answers: Answer[] = [];
  try {
    for (const layout of layouts) {
      const answer = await ask(new URL(root + below(layout, doorOf('listNews').path)));
      if (isNewsList(answer)) {
        const api = new FoundApi(root, layout, gatewayOf(answer));
        yield ok(`The news API answers at ${answer.url.href}, ${gatewayWords[api.gateway]}.`);
        return { api, answer };
      }
      answers.push(answer);
      if (isRedirect(answer)) break;
    }
  } catch (failure) {
    yield unreachable(failure);
    return undefined;
  }
  const [first] = answers;
  if (first) yield strangeAnswer(`GET ${first.url.href}`, first);
  return undefined;
}

const gatewayWords = {
  rest: 'with the words of a REST API',
  http: 'with the words of an HTTP API',
} as const;

const isNewsList = (answer: Answer): boolean =>
  answer.status === 200 && Array.isArray(jsonIn(answer)?.['items']);

/** Only HTTP APIs name their requests so: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-lambda.html */
const gatewayOf = ({ headers }: Answer): 'rest' | 'http' =>
  headers.has('apigw-requestid') ? 'http' : 'rest';

const advice = {
  name: 'Check the spelling. A name that was made just now may take some minutes to be known everywhere.',
  refused: 'Is it running, and is the port right? npm run local starts the stand-in.',
  tls: 'Check the address: http:// for this machine, https:// elsewhere; and the certificate’s names and its end.',
  time: 'Something on the way drops the requests: a firewall, a proxy, a security group.',
  network: 'Check the network of this machine, and whether a proxy stands in between.',
} as const;

/** What an exception of `ask` means. Throws what is none of them. */
export function unreachable(failure: unknown): Finding {
  if (failure instanceof NoAnswer) return problem(failure.message, advice[failure.fault]);
  throw failure;
}
