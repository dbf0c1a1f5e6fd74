import type { ServerResponse } from 'node:http';
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

/** Sends a page that runs no script, loads nothing but its empty `data:` icon and cannot be framed. */
export function sendPage(response: ServerResponse, { html, styleSource }: HtmlPage): void {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; img-src data:; style-src ${styleSource}; base-uri 'none'; frame-ancestors 'none'`,
  );
  response.writeHead(200).end(html);
}
