import { useEffect, useRef } from 'react';

/**
 * Moves the focus onto the page one has arrived at. The link that led there is gone: without this the keyboard and a
 * screen reader would start over at the top.
 */
export function useArrival(path: string): void {
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [path]);
}
