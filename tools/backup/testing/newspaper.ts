import { editorsIdToken } from '../../../local/testing/sign-in.ts';

interface Listed {
  id: string;
  expiresAt?: string;
}

/** All that readers and editors can see of a paper. */
export interface Newspaper {
  /** Whole stories, in the order of the front page. */
  stories: object[];
  trash: Listed[];
}

/** Reads the paper at an address page by page, as an editor. Tests only. */
export async function newspaperAt(url: string): Promise<Newspaper> {
  const headers = { Authorization: await editorsIdToken(url) };
  const read = async <Answer>(path: string): Promise<Answer> => {
    const response = await fetch(`${url}/api${path}`, { headers });
    if (!response.ok) throw new Error(`${path} answers ${String(response.status)}.`);
    return (await response.json()) as Answer;
  };
  const all = async (path: string): Promise<Listed[]> => {
    const items: Listed[] = [];
    let cursor = '';
    do {
      const page = await read<{ items: Listed[]; nextCursor?: string }>(
        `${path}?limit=50${cursor}`,
      );
      items.push(...page.items);
      cursor = page.nextCursor === undefined ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    return items;
  };
  const listed = await all('/news');
  const stories = await Promise.all(listed.map(({ id }) => read<object>(`/news/${id}`)));
  return { stories, trash: await all('/trash') };
}

/** Deletes, or brings back, a story as an editor does. */
export async function asEditor(url: string, method: string, path: string): Promise<void> {
  const headers = { Authorization: await editorsIdToken(url) };
  const response = await fetch(`${url}/api${path}`, { method, headers });
  if (!response.ok) throw new Error(`${method} ${path} answers ${String(response.status)}.`);
}
