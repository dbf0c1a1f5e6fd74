import { extname } from 'node:path/posix';

/** Content types that CloudFront compresses (AWS: "ServingCompressedFiles"), of those that a build holds. */
const compressible: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

const incompressible: Record<string, string> = {
  '.avif': 'image/avif',
  '.ico': 'image/vnd.microsoft.icon',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** The Content-Type of a file of the app, by its path. */
export function contentType(path: string): string {
  const extension = extname(path);
  return compressible[extension] ?? incompressible[extension] ?? 'application/octet-stream';
}

/** Whether CloudFront compresses files of this kind. */
export function isCompressible(path: string): boolean {
  return extname(path) in compressible;
}
