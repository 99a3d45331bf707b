import { useSyncExternalStore } from 'react';

interface Toast {
  readonly id: number;
  readonly text: string;
}

const SHOWN_MS = 3500;
let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export function toast(text: string): void {
  const id = nextId++;
  set([...toasts.slice(-2), { id, text }]);
  setTimeout(() => {
    set(toasts.filter((shown) => shown.id !== id));
  }, SHOWN_MS);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Stands once on the page and once in each sheet: what lies under a modal dialog is neither seen nor read out. */
export function Toasts({ inSheet = false }: { readonly inSheet?: boolean }) {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div className={inSheet ? 'toasts in-sheet' : 'toasts'} role="status" aria-live="polite">
      {shown.map(({ id, text }) => (
        <div key={id} className="toast">
          {text}
        </div>
      ))}
    </div>
  );
}
