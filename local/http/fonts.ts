import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';

/** The paper's two typefaces, where the stand-in serves them. */
export const paperFonts = [
  { family: 'Newsreader', path: '/fonts/newsreader.woff2' },
  { family: 'Libre Franklin', path: '/fonts/libre-franklin.woff2' },
] as const;

/** Sends one of them, to be kept for a day. */
export async function sendFont(response: ServerResponse, path: string): Promise<void> {
  const font = await readFile(new URL(`../../src/styles${path}`, import.meta.url));
  response.setHeader('Content-Type', 'font/woff2');
  response.setHeader('Cache-Control', 'max-age=86400');
  response.writeHead(200).end(font);
}
