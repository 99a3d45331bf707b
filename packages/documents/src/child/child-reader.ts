import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { FileRefused } from '../file-refused.ts';
import type { FileRefusal } from '../file-refused.ts';
import { FILE_LIMITS } from '../limits.ts';
import type { FileLimits } from '../limits.ts';
import type { Workbook } from '../workbook/sheet.ts';

/** What the child answers. */
export type ChildAnswer =
  { readonly workbook: Workbook } | { readonly refused: FileRefusal } | { readonly broken: string };

export type ReadFile = (bytes: Buffer) => Promise<Workbook>;

export interface ChildReaderOptions {
  /** Files read at the same time; others wait. Default 2. */
  readonly atOnce?: number;
  /** After this many ms the child is killed. Default 15,000. */
  readonly deadlineMs?: number;
  /** Heap of the child in MB. Default 512. */
  readonly heapMb?: number;
  readonly limits?: FileLimits;
}

// The same place seen from src/ and from dist/: a child needs compiled JavaScript.
const ENTRY = fileURLToPath(new URL('../../dist/child/child.js', import.meta.url));

/**
 * Reads files outside this process: a file that eats memory or time kills its child and is refused
 * (`file-takes-too-long`), and nobody else notices. The child gets no environment.
 */
export function createChildReader(options: ChildReaderOptions = {}): ReadFile {
  const { atOnce = 2, deadlineMs = 15_000, heapMb = 512, limits = FILE_LIMITS } = options;
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (bytes) => {
    if (bytes.length > limits.size) throw new FileRefused('file-too-large');
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await readInChild(bytes, { deadlineMs, heapMb, limits });
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}

async function readInChild(
  bytes: Buffer,
  { deadlineMs, heapMb, limits }: { deadlineMs: number; heapMb: number; limits: FileLimits },
): Promise<Workbook> {
  const child = fork(ENTRY, [], {
    execArgv: [`--max-old-space-size=${String(heapMb)}`],
    serialization: 'advanced',
    stdio: 'ignore',
    env: {},
  });
  const deadline = setTimeout(() => child.kill('SIGKILL'), deadlineMs);
  try {
    const answer = await new Promise<ChildAnswer>((resolve, reject) => {
      child.once('message', (message) => {
        resolve(message as ChildAnswer); // only child.ts talks on this channel
      });
      child.once('error', reject);
      child.once('exit', (code, signal) => {
        // A module that cannot be found is our mistake, not the file's.
        if (code === 1 && signal === null) reject(new Error(`the file reader did not start: ${ENTRY}`));
        else resolve({ refused: 'file-takes-too-long' });
      });
      child.send({ bytes, limits }, (error) => {
        if (error !== null) reject(error);
      });
    });
    if ('workbook' in answer) return answer.workbook;
    if ('refused' in answer) throw new FileRefused(answer.refused);
    throw new Error(answer.broken);
  } finally {
    clearTimeout(deadline);
    child.kill('SIGKILL');
  }
}
