import { apiOperations } from '../contract-shapes.ts';
import type { ApiOperation } from '../contract-shapes.ts';
import type { Arena, Write } from './arena.ts';
import type { Ground } from './ground.ts';

interface Story {
  id: string;
  sourceId: string;
}

/** One story, published and in the trash, and every write of the contract that people and publishers have. */
export async function storyArenas(ground: Ground): Promise<Arena<Story>[]> {
  const operations = (await apiOperations()).filter(
    ({ method, path, scheme }) =>
      method !== 'GET' && path.startsWith('/api/') && scheme !== undefined,
  );
  const writes = operations.flatMap((operation) => writesOf(ground, operation));
  await emptied(ground);
  const look = (story: Story): Promise<string> => stateOf(ground, story);
  return [
    { name: 'a published story', make: () => published(ground), writes, look },
    { name: 'a story in the trash', make: () => deleted(ground), writes, look },
  ];
}

/** Those with a body twice, so that two may want different things. */
function writesOf(ground: Ground, operation: ApiOperation): Write<Story>[] {
  const { id: name, body, method } = operation;
  const write = (headline: string): Write<Story> => ({
    name: body ? `${name} ${headline}` : name,
    perform: ({ id, sourceId }) =>
      answer(ground, {
        method,
        path: operation.path.replace('{id}', id).replaceAll(/\{\w+\}/g, '1'),
        isForAccess: operation.scheme !== 'people',
        headers: operation.parameters.some((one) => one.name === 'If-Match')
          ? { 'If-Match': '"1"' }
          : {},
        body: body && contentFor(body, { ...content, headline, sourceId }),
      }),
  });
  return body ? [write('A'), write('B')] : [write('')];
}

const content = {
  summary: 'What comes of it.',
  section: 'City',
  byline: 'The campaign',
  body: 'Two at the same time.',
};

function contentFor(shape: ApiOperation['body'], values: Record<string, string>): object {
  if (shape?.kind !== 'structure') return {};
  const names = shape.members.map(({ name }) => name);
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

interface Call {
  method: string;
  path: string;
  isForAccess?: boolean;
  headers?: Record<string, string>;
  body?: object | undefined;
}

function call(
  { url, editor }: Ground,
  { method, path, isForAccess, headers, body }: Call,
): Promise<Response> {
  const Authorization = isForAccess ? editor.AccessToken : editor.IdToken;
  return fetch(url + path, {
    method,
    headers: { Authorization, 'Content-Type': 'application/json', ...headers },
    body: body ? JSON.stringify(body) : null,
  });
}

async function answer(ground: Ground, request: Call): Promise<string> {
  const response = await call(ground, request);
  return `${response.status} ${timeless(await response.text())}`.trim();
}

/** Without ids, sources and times, which are others each time. */
function timeless(text: string): string {
  if (text === '') return '';
  const differs = /^(id|sourceId|by|\w*At|at)$/;
  return JSON.stringify(JSON.parse(text), (name, value: unknown) =>
    differs.test(name) ? undefined : value,
  );
}

async function emptied(ground: Ground): Promise<void> {
  for (let isDone = false; !isDone;) {
    const response = await call(ground, { method: 'DELETE', path: '/api/news' });
    isDone = ((await response.json()) as { done: boolean }).done;
  }
}

async function published(ground: Ground): Promise<Story> {
  await emptied(ground);
  const sourceId = ground.name();
  const body = { ...content, headline: 'Old', sourceId };
  const response = await call(ground, {
    method: 'POST',
    path: '/api/news',
    isForAccess: true,
    body,
  });
  const { id } = (await response.json()) as { id: string };
  return { id, sourceId };
}

async function deleted(ground: Ground): Promise<Story> {
  const story = await published(ground);
  await call(ground, { method: 'DELETE', path: `/api/news/${story.id}` });
  return story;
}

async function stateOf(ground: Ground, { id }: Story): Promise<string> {
  const story = await answer(ground, { method: 'GET', path: `/api/news/${id}` });
  const isListed = async (path: string): Promise<boolean> => {
    const response = await call(ground, { method: 'GET', path: `${path}?limit=20` });
    return ((await response.json()) as { items: Story[] }).items.some((item) => item.id === id);
  };
  return `${story} listed ${await isListed('/api/news')} in the trash ${await isListed('/api/trash')}`;
}
