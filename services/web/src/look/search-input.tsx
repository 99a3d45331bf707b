import { useEffect, useRef } from 'react';
import { Icon } from './icons.tsx';

interface Props {
  readonly label: string;
  readonly text: string;
  readonly wide?: boolean;
  readonly onType: (text: string) => void;
  /** Called with the text once the reader has stopped typing. */
  readonly onAsk: (text: string) => void;
}

/** How long the search waits for the next letter; an input method is not searched before its word is chosen. */
const TYPING_MS = 250;

export function SearchInput({ label, text, wide = false, onType, onAsk }: Props) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const composing = useRef(false);
  const typed = useRef(text);
  // What else changed while the search waited belongs to the question too.
  const latest = useRef(onAsk);
  useEffect(() => {
    latest.current = onAsk;
  });
  // A search must not come after the page it was for, nor after its text was taken away.
  useEffect(() => {
    if (text !== typed.current) clearTimeout(timer.current);
  }, [text]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const wait = (value: string) => {
    typed.current = value;
    clearTimeout(timer.current);
    if (composing.current) return;
    timer.current = setTimeout(() => {
      latest.current(value);
    }, TYPING_MS);
  };
  return (
    <div className={wide ? 'search wide' : 'search'}>
      <Icon name="search" size={18} />
      <input
        type="search"
        className="input"
        placeholder={label}
        aria-label={label}
        value={text}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          wait(event.currentTarget.value);
        }}
        onChange={(event) => {
          onType(event.target.value);
          wait(event.target.value);
        }}
      />
    </div>
  );
}
