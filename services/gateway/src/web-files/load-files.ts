import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

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
/** What the build of the web puts beside a file, the smaller form first. */
const FORMS = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const;

export interface WebFile {
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  /** Compressed, the smaller first; none where that gains nothing. */
  readonly encoded: readonly { readonly encoding: 'br' | 'gzip'; readonly bytes: Buffer }[];
}

/**
 * Reads the built web once, by URL path: a path that is not among them cannot reach a file, a web built anew does not
 * change under its readers, and slow readers share its two megabytes. Empty when the web has not been built.
 */
export async function loadFiles(root: string): Promise<ReadonlyMap<string, WebFile>> {
  const entries = existsSync(root) ? await readdir(root, { recursive: true, withFileTypes: true }) : [];
  const paths = new Set(entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)));
  const loaded = await Promise.all(
    [...paths].flatMap((path) => {
      const type = TYPES[extname(path)];
      const forms = FORMS.filter(({ ending }) => paths.has(path + ending));
      return type === undefined
        ? []
        : [loadFile(path, type, forms).then((file) => [urlPath(root, path), file] as const)];
    }),
  );
  return new Map(loaded);
}

const urlPath = (root: string, path: string): string => `/${relative(root, path).split(sep).join('/')}`;

async function loadFile(path: string, type: string, forms: readonly (typeof FORMS)[number][]): Promise<WebFile> {
  const plain = await readFile(path);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const encoded = forms.map(async ({ encoding, ending }) => ({ encoding, bytes: await readFile(path + ending) }));
  return { type, etag, plain, encoded: await Promise.all(encoded) };
}
