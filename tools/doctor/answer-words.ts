import { isPage, isRedirect, jsonIn } from '../remote/asking.ts';
import type { Answer } from '../remote/asking.ts';
import { oneLine } from '../wire/plain-text.ts';
import { problem } from './finding.ts';
import type { Finding } from './finding.ts';

/** What an answer's body says: its `message`, or its beginning. */
export function messageIn(answer: Answer): string {
  const { message, Message } = jsonIn(answer) ?? {};
  const said = [message, Message].find((text) => typeof text === 'string') ?? answer.text;
  return oneLine(said).slice(0, 200);
}

/** API Gateway's words for an address without a method: it takes the request for one that wants an AWS signature. */
export const isUnknownRoute = (answer: Answer): boolean =>
  (answer.status === 403 &&
    /^(Missing Authentication Token|Authorization header requires|Invalid key=value pair|'.*' not a valid key=value)/.test(
      messageIn(answer),
    )) ||
  (answer.status === 404 && messageIn(answer) === 'Not Found');

/** What S3 answers where CloudFront asks it for a file that is not there. */
export const isMissingFile = (answer: Answer): boolean =>
  (answer.status === 403 || answer.status === 404) &&
  /<Code>(AccessDenied|NoSuchKey)<\/Code>/.test(answer.text);

/** Why an answer is not what an API of ours says, in plain words. `what` names the request. */
export function strangeAnswer(what: string, answer: Answer): Finding {
  const { status } = answer;
  const said = `${what} answers ${status}`;
  if (isRedirect(answer)) return redirected(what, answer);
  if (isPage(answer)) return aPage(said, status);
  if (isMissingFile(answer)) {
    return problem(
      `${said} from S3: the files of the app are asked, not the API.`,
      'Give CloudFront a behaviour for /api/* with the API as its origin, before the one for files.',
    );
  }
  if (isUnknownRoute(answer)) {
    return problem(
      `${said} “${messageIn(answer)}”: API Gateway has no such path or method there. It has nothing to do with a token.`,
      'Check the stage and the path: the app’s own address (https://…), or the API’s with its stage (https://….amazonaws.com/api).',
    );
  }
  return byStatus(said, answer);
}

function redirected(what: string, { url, headers }: Answer): Finding {
  const to = headers.get('location') ?? '';
  const target = URL.canParse(to, url) ? new URL(to, url).origin : oneLine(to);
  return problem(
    `${what} is redirected to ${target}. It is not followed: a token would go with it.`,
    `Use the address that answers itself, in the app’s configuration too: ${target}`,
  );
}

function aPage(said: string, status: number): Finding {
  if (status < 400) {
    return problem(
      `${said} with a page (HTML) where JSON is expected: the app’s fallback swallows the API, or no API is there.`,
      'Let the fallback alone with /api/* and /services/*: as a function for the app’s routes, and not as CloudFront’s error responses.',
    );
  }
  return problem(
    `${said} with a page (HTML): what answers is a web server or a firewall, not the API.`,
    'Check the address, and what stands before the API (CloudFront, AWS WAF, a proxy of this network).',
  );
}

function byStatus(said: string, answer: Answer): Finding {
  const { status } = answer;
  if (status === 401) {
    return problem(
      `${said}: it wants a token, and is open to everybody in the contract.`,
      'Take the authorizer from this method: `security: []` in the contract. Then deploy.',
    );
  }
  if (status === 403) {
    return problem(
      `${said} “${messageIn(answer)}”: no stage has this name, or a firewall or a resource policy forbids it.`,
      'Check the stage in the address; then AWS WAF and the API’s resource policy.',
    );
  }
  if (status === 429) {
    return problem(`${said}: the API throttles.`, 'Wait a moment, or raise its limits.');
  }
  if (status >= 500) {
    return problem(
      `${said} “${messageIn(answer)}”: the function behind it fails, or may not be invoked.`,
      'Look at the function’s log group in CloudWatch, and at the API’s access log.',
    );
  }
  return problem(
    `${said} “${messageIn(answer)}”, which no Presspass says.`,
    'Is this the address of a Presspass, and of the same version as this folder?',
  );
}
