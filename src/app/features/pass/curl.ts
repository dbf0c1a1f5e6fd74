import type { TokenKind } from '../../session';
import { doors } from './door';

/** A command that shows a token at a door of this API: the ID token at `/api/me`, the access token where stories are published, with a body that is refused. */
export function curl(kind: TokenKind, token: string, origin: string): string {
  const header = `-H ${quoted(`Authorization: Bearer ${token}`)}`;
  if (kind === 'id') return `curl -i ${quoted(`${origin}/api/me`)} ${header}`;
  const publishing = doors.find(({ operationId }) => operationId === 'publishArticle');
  const json = `-H 'Content-Type: application/json' -d ${quoted(publishing?.probe.body ?? '')}`;
  return `curl -i ${quoted(`${origin}/api/news`)} ${header} ${json}`;
}

/** For a POSIX shell, whatever is in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
