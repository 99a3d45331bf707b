import type { ImportView } from '@qucheng/contracts';
import type { OfficeClient } from './office-client.ts';

/** How often a running import is looked at, ms. */
const LOOK_MS = 200;

/** Uploads a ledger, looks at the preview, commits it and waits for the end. */
export async function importLedger(
  office: OfficeClient,
  file: { readonly name: string; readonly bytes: Uint8Array },
  onPreview: (preview: ImportView) => void,
): Promise<ImportView> {
  const preview = await office.upload<ImportView>('/api/imports', file, { kind: 'enterprises' });
  onPreview(preview);
  await office.post(`/api/imports/${preview.importId}/commit`);
  for (;;) {
    const now = await office.get<ImportView>(`/api/imports/${preview.importId}`);
    if (now.status === 'committed') return now;
    if (now.status === 'failed') throw new Error(`the import failed: ${now.failure ?? 'no reason given'}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
