import { send } from './request.ts';
import { problemFrom } from './problem.ts';

/** The browser reads the bytes on its own time; then they may go. */
const UNTIL_TAKEN_MS = 10_000;

/** Name of the file in a `Content-Disposition`, or `otherwise` where there is none to read. */
export function fileNameOf(disposition: string | null, otherwise: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  try {
    return encoded === undefined ? otherwise : decodeURIComponent(encoded);
  } catch {
    return otherwise;
  }
}

/** Saves a file in the language the screens speak, which a plain link would leave to the browser. Throws ProblemError. */
export async function download(path: string, otherwise: string): Promise<void> {
  const response = await send(`/api${path}`, {});
  if (!response.ok) throw await problemFrom(response);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = fileNameOf(response.headers.get('content-disposition'), otherwise);
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, UNTIL_TAKEN_MS);
}
