import { FileRefused } from '../file-refused.ts';
import type { FileLimits } from '../limits.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import type { ChildAnswer } from './child-reader.ts';

// The process createChildReader starts: reads one file, answers, and goes.
process.once('message', (message) => {
  const { bytes, limits } = message as { bytes: Uint8Array; limits: FileLimits }; // only child-reader.ts talks on this channel
  void readWorkbook(Buffer.from(bytes), limits)
    .then(
      (workbook): ChildAnswer => ({ workbook }),
      (error: unknown): ChildAnswer =>
        error instanceof FileRefused
          ? { refused: error.code }
          : { broken: error instanceof Error ? error.message : String(error) },
    )
    .then((answer) => process.send?.(answer));
});
