import { ask } from '../remote/asking.ts';
import type { Answer } from '../remote/asking.ts';
import { doorOf, harmlessRequest } from './doors.ts';
import type { HarmlessRequest } from './doors.ts';
import { note, ok, problem } from './finding.ts';
import type { Finding, Findings } from './finding.ts';
import { elsewhere } from './found-api.ts';
import type { FoundApi } from './found-api.ts';

/**
 * Whether pages of other origins may call the API and read its refusals too. `isForApp`: the app is at the API's own origin and
 * needs none of it, so what is missing is only worth a note.
 */
export async function* lookAtCors(api: FoundApi, isForApp: boolean): Findings {
  const missing = [...(await preflightGaps(api)), ...(await answerGaps(api))];
  if (missing.length === 0) {
    yield ok(
      'Pages of other origins may call the API, with a token too, and read its refusals (CORS).',
    );
  }
  for (const { text, advice } of missing) {
    yield isForApp
      ? note(`${text} The app itself is at the same origin and does not need it.`)
      : problem(text, advice);
  }
}

type Gap = Extract<Finding, { kind: 'problem' }>;

const gap = (text: string, advice: string): Gap => ({ kind: 'problem', text, advice });

async function preflightGaps(api: FoundApi): Promise<Gap[]> {
  const door = doorOf('deleteArticle');
  const { path, method } = harmlessRequest(door) ?? door;
  const { status, headers } = await ask(api.address(path), {
    method: 'OPTIONS',
    headers: {
      Origin: elsewhere,
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': 'authorization',
    },
  });
  const question = `The browser’s question before a ${method} (preflight)`;
  if (status < 200 || status > 299 || !mayRead(headers)) {
    return [
      gap(
        `${question} is answered with ${status}${mayRead(headers) ? '' : ' and without access-control-allow-origin'}.`,
        'Let OPTIONS through without an authorizer, and answer it with the CORS headers.',
      ),
    ];
  }
  const allowed = listIn(headers.get('access-control-allow-headers'));
  const methods = listIn(headers.get('access-control-allow-methods'));
  return [
    // A star stands for all headers but this one: https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
    ...(allowed.includes('authorization')
      ? []
      : [
          gap(
            `${question} does not allow the header Authorization, so no page of another origin can send a token.`,
            'Name Authorization in access-control-allow-headers; a * does not stand for it.',
          ),
        ]),
    ...(methods.includes(method.toLowerCase()) || methods.includes('*')
      ? []
      : [gap(`${question} does not allow ${method}.`, `Name it in access-control-allow-methods.`)]),
  ];
}

async function answerGaps(api: FoundApi): Promise<Gap[]> {
  const nowhere: HarmlessRequest = { method: 'GET', path: '/api/nowhere', body: undefined };
  const requests: [what: string, request: HarmlessRequest][] = [
    ['The news', reading('listNews')],
    ['A 401 of the gateway', reading('getMe')],
    ['The refusal of a path that is not there', nowhere],
  ];
  const answers = await Promise.all(
    requests.map(async ([what, request]) => ({
      what,
      answer: await api.send(request, { from: elsewhere }),
    })),
  );
  return answers
    .filter(({ answer }) => !mayRead(answer.headers))
    .map(({ what, answer }) => unreadable(what, answer, api.gateway));
}

function unreadable(what: string, { status }: Answer, gateway: FoundApi['gateway']): Gap {
  return gap(
    `${what} (${status}) has no access-control-allow-origin: a page of another origin sees status 0 and “CORS error” instead.`,
    `${status < 400 ? remedies.function : remedies[gateway]} The token is not the trouble.`,
  );
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html and …/http-api-cors.html */
const remedies = {
  function: 'Let the function send the CORS headers, or an HTTP API’s CORS settings.',
  rest: 'Add the CORS headers to the gateway responses DEFAULT_4XX, DEFAULT_5XX and UNAUTHORIZED.',
  http: 'Set CORS for the API (cors_configuration).',
} as const;

const reading = (operationId: string): HarmlessRequest => {
  const { method, path } = doorOf(operationId);
  return { method, path, body: undefined };
};

const mayRead = (headers: Headers): boolean =>
  ['*', elsewhere].includes(headers.get('access-control-allow-origin') ?? '');

const listIn = (value: string | null): string[] =>
  (value ?? '').split(',').map((item) => item.trim().toLowerCase());
