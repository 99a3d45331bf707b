import type { Readable } from 'node:stream';
import { fromBuffer } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { FileRefused } from '../file-refused.ts';
import type { FileLimits } from '../limits.ts';

/** A zip archive whose declared sizes were checked; what is read from it is counted against the same limits. */
export interface Archive {
  has(name: string): boolean;
  /** Chunks of one entry; throws FileRefused as soon as a limit is passed. */
  read(name: string): AsyncIterable<Buffer>;
}

const NESTED = /\.(zip|xlsx?|xlsm|xlsb|docx?|pptx?|7z|rar|gz|bz2|xz|jar|tar|exe|dll)$/i;

export async function openArchive(bytes: Buffer, limits: FileLimits): Promise<Archive> {
  const zip = await open(bytes);
  if (zip.entryCount > limits.entries) throw new FileRefused('file-too-many-entries');
  const entries = await list(zip, limits);
  let inflated = 0;
  const count = (entry: Entry, ofEntry: number, chunk: number) => {
    inflated += chunk;
    if (inflated > limits.inflated || inflatesTooFar(ofEntry, entry.compressedSize, limits)) {
      throw new FileRefused('file-inflates-too-far');
    }
  };
  return {
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) throw new FileRefused('file-damaged');
      return readEntry(zip, entry, count);
    },
  };
}

async function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error === null) resolve(zip);
      else reject(new FileRefused('file-damaged', { cause: error }));
    });
  });
}

async function list(zip: ZipFile, limits: FileLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let declared = 0;
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      declared += entry.uncompressedSize;
      const refusal = refusalOf(entry, declared, limits);
      if (refusal !== undefined) {
        reject(refusal);
        return;
      }
      entries.set(entry.fileName, entry);
      if (entries.size > limits.entries) reject(new FileRefused('file-too-many-entries'));
      else zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', (error: Error) => {
      reject(new FileRefused('file-damaged', { cause: error }));
    });
    zip.readEntry();
  });
  return entries;
}

function refusalOf(entry: Entry, declared: number, limits: FileLimits): FileRefused | undefined {
  if (entry.isEncrypted()) return new FileRefused('file-encrypted');
  if (NESTED.test(entry.fileName)) return new FileRefused('file-nested-archive');
  if (declared > limits.inflated || inflatesTooFar(entry.uncompressedSize, entry.compressedSize, limits)) {
    return new FileRefused('file-inflates-too-far');
  }
  return undefined;
}

function inflatesTooFar(inflated: number, packed: number, limits: FileLimits): boolean {
  return inflated > limits.ratioFloor && inflated > packed * limits.ratio;
}

async function* readEntry(
  zip: ZipFile,
  entry: Entry,
  count: (entry: Entry, ofEntry: number, chunk: number) => void,
): AsyncGenerator<Buffer> {
  const stream = await openEntry(zip, entry);
  let ofEntry = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      // a zip entry's stream yields buffers
      ofEntry += chunk.length;
      count(entry, ofEntry, chunk.length);
      yield chunk;
    }
  } catch (error) {
    // yauzl complains when an entry is longer or shorter than it declared: a lying header.
    throw error instanceof FileRefused ? error : new FileRefused('file-damaged', { cause: error });
  } finally {
    stream.destroy();
  }
}

async function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error === null) resolve(stream);
      else reject(new FileRefused('file-damaged', { cause: error }));
    });
  });
}
