import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
/** What is compressed already only grows when it is compressed again. */
const COMPRESSIBLE = /^text\/|\/json$|\+json|\+xml/;
/** Two megabytes take a tenth of a second; the best quality would take two seconds for a twelfth less. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } };

export interface WebFile {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  /** Compressed, the smallest first. */
  readonly encoded: readonly { readonly encoding: 'br' | 'gzip'; readonly bytes: Buffer }[];
}

/** Reads and compresses the built web once, by URL path: a path that is not among them cannot reach a file. */
export async function loadFiles(root: string): Promise<ReadonlyMap<string, WebFile>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const loaded = await Promise.all(
    paths.flatMap((path) => {
      const type = TYPES[extname(path)];
      return type === undefined ? [] : [loadFile(path, type).then((file) => [urlPath(root, path), file] as const)];
    }),
  );
  return new Map(loaded);
}

const urlPath = (root: string, path: string): string => `/${relative(root, path).split(sep).join('/')}`;

async function loadFile(path: string, type: string): Promise<WebFile> {
  const plain = await readFile(path);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  return { type, etag, plain, encoded: COMPRESSIBLE.test(type) ? await compressed(plain) : [] };
}

async function compressed(plain: Buffer): Promise<WebFile['encoded']> {
  const [br, gz] = await Promise.all([promisify(brotliCompress)(plain, BROTLI), promisify(gzip)(plain)]);
  const encoded = [
    { encoding: 'br', bytes: br },
    { encoding: 'gzip', bytes: gz },
  ] as const;
  return encoded.filter(({ bytes }) => bytes.length < plain.length);
}
