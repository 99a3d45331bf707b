import { useEffect, useRef } from 'react';
import { useAppearance } from '../../look/appearance.ts';
import { createKeyReader, type Shortcut } from './shortcuts.ts';

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName))
  );
}

/** Single-key shortcuts; they rest while somebody types, while a sheet is open, and when they are turned off. */
export function useShortcuts(act: (shortcut: Shortcut) => void): void {
  const { keys } = useAppearance();
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (keys === 'off') return;
    const read = createKeyReader();
    const onKey = (event: KeyboardEvent) => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target) ||
        document.querySelector('dialog[open]')
      )
        return;
      const shortcut = read(event.key, event.timeStamp);
      if (shortcut === null) return;
      event.preventDefault();
      latest.current(shortcut);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [keys]);
}
