import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ManualClock } from './clock.ts';
import { answerAws } from './edge/aws-endpoint.ts';
import { isAddressedHere, isFromPage } from './edge/callers.ts';
import { answerClock } from './edge/clock-endpoint.ts';
import { answerPreflight } from './edge/cognito-endpoint.ts';
import { directory } from './edge/directory-page.ts';
import { about, localAmplifyOutputs } from './edge/documents.ts';
import { answerOAuth } from './edge/oauth-endpoint.ts';
import type { GatewayApi } from './gateway/gateway.ts';
import { paperFonts, sendFont } from './http/fonts.ts';
import { sendJson, sendPage, sendScript, sendText } from './http/reply.ts';
import { mailboxPage, mailboxScriptPath } from './mailbox/mailbox-page.ts';
import { mailboxScript } from './mailbox/mailbox-script.ts';
import type { Mailbox } from './mailbox/mailbox.ts';
import { webClient } from './seed/identities.ts';
import type { Tables } from './tables/tables.ts';
import { isOAuthPath } from './user-pool/oauth/endpoints.ts';
import type { UserPools } from './user-pool/user-pools.ts';

/** Everything that is behind the one door. */
export interface EdgeParts {
  /** The stand-in's own address, `http://localhost:4300`. */
  url: string;
  userPools: UserPools;
  tables: Tables;
  mailbox: Mailbox;
  apis: readonly GatewayApi[];
  /** Only where time may be moved. */
  manualClock: ManualClock | undefined;
}

/** What answers one request. */
export type Door = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The one HTTP door: by path, or by `X-Amz-Target` as AWS's own endpoints do. */
export function openDoor(parts: EdgeParts): Door {
  const documents = documentsOf(parts);
  return async (request, response) => {
    if (!isAddressedHere(request)) {
      sendText(response, 403, 'This stand-in answers to localhost and 127.0.0.1 only.');
      return;
    }
    const { pathname, searchParams } = addressOf(request);
    const api = parts.apis.find(({ root }) => isBelow(root, pathname));
    if (api) await api.handle(request, response);
    else if (isOAuthPath(pathname)) {
      await answerOAuth(parts.userPools, { pathname, searchParams }, request, response);
    } else if (request.method === 'GET' || request.method === 'HEAD') {
      const document = documents[pathname] ?? poolDocument(parts, pathname);
      if (document) await document(response, searchParams, request);
      else sendText(response, 404, 'There is nothing here. / says where to look.');
    } else if (pathname === '/' && request.method === 'POST') {
      await answerAws(parts, request, response);
    } else if (pathname === '/' && request.method === 'OPTIONS') answerPreflight(response);
    else if (pathname === '/clock' && request.method === 'POST') {
      await moveClock(parts.manualClock, request, response);
    } else sendText(response, 405, 'Not here: / says where to look.');
  };
}

type Document = (
  response: ServerResponse,
  query: URLSearchParams,
  request: IncomingMessage,
) => void | Promise<void>;

function documentsOf({ url, mailbox, userPools }: EdgeParts): Record<string, Document | undefined> {
  const fonts = paperFonts.map(({ path }): [string, Document] => [
    path,
    (response) => sendFont(response, path),
  ]);
  return {
    ...Object.fromEntries(fonts),
    '/': (response, _query, request) => {
      sendPage(request, response, directory);
    },
    '/health': (response) => {
      sendJson(response, 200, { status: 'ok' });
    },
    '/about.json': (response) => {
      sendJson(response, 200, about(userPools));
    },
    '/amplify_outputs.json': (response) => {
      sendJson(response, 200, localAmplifyOutputs(url));
    },
    '/expired-tokens.json': async (response) => {
      const tokens = await userPools.expiredTokens(webClient.id);
      // Any page may show them: they have ended.
      response.setHeader('Access-Control-Allow-Origin', '*');
      if (tokens) sendJson(response, 200, tokens);
      else sendText(response, 404, 'The app client presspass-web was deleted.');
    },
    '/mailbox': (response, _query, request) => {
      sendPage(request, response, mailboxPage(mailbox.list()));
    },
    [mailboxScriptPath]: (response) => {
      sendScript(response, mailboxScript);
    },
    '/mailbox.json': (response, query) => {
      sendJson(response, 200, mailbox.list(query.get('to') ?? undefined));
    },
  };
}

/** A pool's public documents; any page may read them, as at AWS. */
function poolDocument({ url, userPools }: EdgeParts, pathname: string): Document | undefined {
  const [, poolId = '', name] = /^\/([^/]+)\/\.well-known\/([a-z.-]+)$/.exec(pathname) ?? [];
  const content =
    name === 'jwks.json'
      ? userPools.jwks(poolId)
      : name === 'openid-configuration'
        ? userPools.openidConfiguration(poolId, url)
        : undefined;
  if (!content) return undefined;
  return (response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    sendJson(response, 200, content);
  };
}

async function moveClock(
  clock: ManualClock | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!clock) sendText(response, 404, 'Time is moved only with PRESSPASS_CLOCK=manual.');
  else if (isFromPage(request)) sendText(response, 403, 'Not from a web page.');
  else await answerClock(clock, request, response);
}

const isBelow = (root: string, pathname: string): boolean =>
  pathname === root || pathname.startsWith(`${root}/`);

/** As it was sent: a proxy that hands on `/api/../mailbox`, since it is below `/api`, must not open the mailbox. */
function addressOf({ url = '/' }: IncomingMessage): {
  pathname: string;
  searchParams: URLSearchParams;
} {
  const [path = '', ...query] = url.split('?');
  return {
    pathname: path.replace(/^\/+/, '/'),
    searchParams: new URLSearchParams(query.join('?')),
  };
}
