import { FILE_LIMITS } from '@qucheng/documents';
import { problem } from '@qucheng/service-kit';
import busboy from 'busboy';
import type { Request } from 'express';

export interface Upload {
  readonly file: string;
  readonly bytes: Buffer;
  /** What the rows are about, as the form says. */
  readonly kind: string;
}

/** What a form adds to its file. */
const FORM_ROOM = 64 * 1024;

/** Reads a multipart form with one file and one field, never more than the limit. */
export async function readUpload(req: Request): Promise<Upload> {
  const contentType = req.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data')) throw problem(415, 'wrong-upload');
  if (Number(req.headers['content-length'] ?? 0) > FILE_LIMITS.size + FORM_ROOM) {
    req.resume();
    throw problem(413, 'file-too-large');
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let file: string | undefined;
    let kind = '';
    const refuse = (status: number, code: string) => {
      reject(problem(status, code));
      req.unpipe(form);
      req.resume();
    };
    const form = openForm(req);
    if (form === undefined) {
      reject(problem(400, 'malformed'));
      return;
    }
    form.on('field', (name, value) => {
      if (name === 'kind') kind = value;
    });
    form.on('file', (_name, stream, { filename }) => {
      file = fileName(filename);
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => {
        refuse(413, 'file-too-large');
      });
    });
    form.on('error', () => {
      refuse(400, 'malformed');
    });
    req.on('aborted', () => {
      reject(problem(400, 'malformed'));
    });
    form.on('close', () => {
      if (file === undefined) reject(problem(400, 'no-file'));
      else resolve({ file, bytes: Buffer.concat(chunks), kind });
    });
    req.pipe(form);
  });
}

function openForm(req: Request): busboy.Busboy | undefined {
  try {
    return busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 5, fieldSize: 200, parts: 6, fileSize: FILE_LIMITS.size },
    });
  } catch {
    return undefined; // no boundary, for example
  }
}

/** The last part of whatever path a browser sent, on one line. */
function fileName(sent: string | undefined): string {
  const name = (sent ?? '').split(/[\\/]/).at(-1) ?? '';
  return (
    name
      .replace(/[\u0000-\u001f\u007f]/g, '')
      .trim()
      .slice(-200) || 'file'
  );
}
