/**
 * Copies what stands in a field; false where the browser does not let it, and then it is selected at least. On plain
 * http, as on a bare office machine, pages have no clipboard, but the older way works.
 */
export async function copyFrom(field: HTMLInputElement): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      // The browser asked and was told no.
    }
  }
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way on plain http
  return document.execCommand('copy');
}
