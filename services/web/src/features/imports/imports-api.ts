import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ulid } from 'ulid';
import { download } from '../../requests/download.ts';
import { request } from '../../requests/request.ts';
import { LOOK_AGAIN_AFTER_IMPORT_MS, refreshAfterWrite } from '../../requests/write.ts';
import type { ImportView } from '../../requests/shapes.ts';
import { justWritten } from './fates.ts';

const POLL_MS = 400;
const keyOf = (importId: string) => ['import', importId] as const;

export function useImport(importId: string | undefined) {
  const client = useQueryClient();
  const view = useQuery({
    queryKey: keyOf(importId ?? ''),
    queryFn: ({ signal }) => request<ImportView>(`/imports/${importId ?? ''}`, { signal }),
    enabled: importId !== undefined,
    refetchInterval: ({ state }) => (state.data?.status === 'committing' ? POLL_MS : false),
  });
  const status = view.data?.status;
  const before = useRef(status);
  useEffect(() => {
    if (justWritten(before.current, status)) refreshAfterWrite(client, LOOK_AGAIN_AFTER_IMPORT_MS);
    before.current = status;
  }, [client, status]);
  return view;
}

export function useUpload(done: (importId: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('kind', 'enterprises');
      form.append('file', file, file.name);
      return request<ImportView>('/imports', { method: 'POST', body: form, key: ulid() });
    },
    onSuccess: (view) => {
      client.setQueryData(keyOf(view.importId), view);
      done(view.importId);
    },
  });
}

export function useCommit(importId: string) {
  const client = useQueryClient();
  return useMutation({
    // Starting what is being written or was written changes nothing: a repeat needs no key of its own.
    mutationFn: () => request<unknown>(`/imports/${importId}/commit`, { method: 'POST', body: {}, key: ulid() }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(importId) }),
  });
}

/** The file with a column of outcomes, and the reasons beside what was refused. */
export function useResult(importId: string) {
  return useMutation({ mutationFn: () => download(`/imports/${importId}/result.xlsx`, 'result.xlsx') });
}
