import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { cacheControl } from '../../infra/web/cache-rules.ts';
import { contentType, isCompressible } from '../../infra/web/content-types.ts';

export type Encoding = 'br' | 'gzip' | 'identity';

/** A file of the build, ready to be sent. */
export interface BuiltFile {
  contentType: string;
  cacheControl: string;
  /** SHA-256 of the content, without quotes. */
  hash: string;
  /** Its bytes in each encoding that is worth having. */
  bodies: Partial<Record<Encoding, Buffer>> & { identity: Buffer };
}

/** In bytes, both inclusive: what CloudFront compresses (AWS: "ServingCompressedFiles"). */
const compressedSizes = { from: 1_000, to: 10_000_000 };

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Reads and compresses a folder, once. Keys are URL paths with a leading slash. As nothing else is
 * ever looked up, a request cannot reach any other file. Rejects when the folder does not exist.
 */
export async function readBuiltFiles(folder: string): Promise<Map<string, BuiltFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map(async (path): Promise<[string, BuiltFile]> => {
    const url = `/${relative(folder, path).split(sep).join('/')}`;
    return [url, await builtFile(url, await readFile(path))];
  });
  return new Map(await Promise.all(files));
}

async function builtFile(url: string, identity: Buffer): Promise<BuiltFile> {
  const isCompressed =
    isCompressible(url) &&
    identity.length >= compressedSizes.from &&
    identity.length <= compressedSizes.to;
  return {
    contentType: contentType(url),
    cacheControl: cacheControl(url),
    hash: createHash('sha256').update(identity).digest('hex').slice(0, 32),
    bodies: { identity, ...(isCompressed && (await compressed(identity))) },
  };
}

async function compressed(content: Buffer): Promise<{ br: Buffer; gzip: Buffer }> {
  const best = {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  };
  const [br, gzipped] = await Promise.all([brotli(content, best), zip(content, { level: 9 })]);
  return { br, gzip: gzipped };
}
