import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../look/icons.tsx';
import { withFilter, type FirmFilters } from './firm-filters.ts';

interface Props {
  readonly filters: FirmFilters;
  readonly onChange: (filters: FirmFilters) => void;
}

/** How long the search waits for the next letter, so that an input method is not searched letter by letter. */
const TYPING_MS = 250;

export function SearchBox({ filters, onChange }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(filters.q ?? '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const composing = useRef(false);
  const [sent, setSent] = useState(filters.q ?? '');
  const [seen, setSeen] = useState(filters.q ?? '');
  // The URL changed by something else than this box (a cleared filter, the back button): show what it says.
  if (seen !== (filters.q ?? '')) {
    setSeen(filters.q ?? '');
    if (sent !== (filters.q ?? '')) setText(filters.q ?? '');
  }
  const ask = (value: string) => {
    clearTimeout(timer.current);
    if (!composing.current)
      timer.current = setTimeout(() => {
        setSent(value.trim());
        onChange(withFilter(filters, 'q', value));
      }, TYPING_MS);
  };
  return (
    <div className="search">
      <Icon name="search" size={18} />
      <input
        type="search"
        className="input"
        placeholder={t('firms.search')}
        aria-label={t('firms.search')}
        value={text}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          ask(event.currentTarget.value);
        }}
        onChange={(event) => {
          setText(event.target.value);
          ask(event.target.value);
        }}
      />
    </div>
  );
}
