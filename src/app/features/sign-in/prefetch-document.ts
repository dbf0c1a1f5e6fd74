/** Names with a hash of the content in them: the browser keeps such files, so that fetching them is not in vain. */
const hashedFile = /(?:src|href)="\/?([\w/-]+-[\w-]{8}\.(?:js|css))"/g;
const importedFile = /import\([`"']\.\/([\w-]+-[\w-]{8}\.js)[`"']\)/g;

/**
 * Fetches what the document at `path` will need, and what its script may load later, while the person
 * still types: after signing in it comes from the browser's cache. Nothing depends on it.
 */
export async function prefetchDocument(path: string): Promise<void> {
  if (isSavingData()) return;
  try {
    const page = await textOf(path);
    const texts = await Promise.all(namesIn(page, hashedFile).map((name) => textOf(`/${name}`)));
    const later = new Set(texts.flatMap((text) => namesIn(text, importedFile)));
    await Promise.all([...later].map((name) => textOf(`/${name}`)));
  } catch {
    // Without it the next page takes a moment longer, and says itself when the network is away.
  }
}

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
