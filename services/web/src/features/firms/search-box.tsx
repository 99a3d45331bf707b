import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchInput } from '../../look/search-input.tsx';
import { withFilter, type FirmFilters } from './firm-filters.ts';

interface Props {
  readonly filters: FirmFilters;
  readonly onChange: (filters: FirmFilters) => void;
}

export function SearchBox({ filters, onChange }: Props) {
  const { t } = useTranslation();
  const asked = filters.q ?? '';
  const [text, setText] = useState(asked);
  const [sent, setSent] = useState(asked);
  const [seen, setSeen] = useState(asked);
  // The URL changed by something else than this box (a cleared filter, the back button): show what it says.
  if (seen !== asked) {
    setSeen(asked);
    setSent(asked);
    if (sent !== asked) setText(asked);
  }
  return (
    <SearchInput
      label={t('firms.search')}
      text={text}
      onType={setText}
      onAsk={(value) => {
        setSent(value.trim());
        onChange(withFilter(filters, 'q', value));
      }}
    />
  );
}
