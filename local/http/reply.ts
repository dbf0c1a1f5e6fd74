import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HtmlPage } from './page.ts';

/** Sends JSON that nobody may keep. */
export function sendJson(response: ServerResponse, status: number, content: unknown): void {
  response.setHeader('Content-Type', 'application/json');
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(status).end(JSON.stringify(content));
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(status).end(`${text}\n`);
}

export function sendScript(response: ServerResponse, script: string): void {
  response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.writeHead(200).end(script);
}

/** Sends a page that loads what its policy names, sends no form and cannot be framed; nothing but 304 to who has this very page. */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  { html, policy }: HtmlPage,
): void {
  const tag = `"${createHash('sha256').update(html).digest('base64url')}"`;
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', 'no-store');
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Content-Security-Policy', `${policy}; form-action 'none'`);
  response.writeHead(200).end(html);
}
