/** Names with a hash of the content in them: the browser keeps such files, so that fetching them is not in vain. */
const hashedFile = /(?:src|href)="\/?([\w/-]+-[\w-]{8}\.(?:js|css))"/g;
const importedFile = /[`"']\.\/([\w-]+-[\w-]{8}\.js)[`"']/g;

/**
 * Fetches what the document at `path` will need, and what its scripts may load later, while the person
 * still types: after signing in it comes from the browser's cache. Nothing depends on it.
 */
export async function prefetchDocument(path: string): Promise<void> {
  if (isSavingData()) return;
  const seen = new Set<string>();
  const fetchAll = async (names: readonly string[]): Promise<void> => {
    const unseen = names.filter((name) => !seen.has(name));
    for (const name of unseen) seen.add(name);
    await Promise.all(
      unseen.map(async (name) => fetchAll(namesIn(await textOf(`/${name}`), importedFile))),
    );
  };
  try {
    await fetchAll(namesIn(await textOf(withoutPreload(path)), hashedFile));
  } catch {
    // Without it the next page takes a moment longer, and says itself when the network is away.
  }
}

/**
 * The front page by its file's name: `/` itself comes with a `Link` header, which Chromium obeys for a `fetch` too, and the
 * news would be fetched for a page that does not show them.
 */
const withoutPreload = (path: string): string =>
  new URL(path, document.baseURI).pathname === '/' ? '/index.html' : path;

async function textOf(path: string): Promise<string> {
  return (await fetch(path, { priority: 'low' })).text();
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}

/** Somebody pays by the byte: https://wicg.github.io/savedata/ */
function isSavingData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
