import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../../requests/request.ts';

interface Revealed {
  readonly name: string;
  readonly phone: string | null;
  readonly birthDate: string;
}

/** Full personal data only with a reason, which is logged; shown here and kept nowhere. */
export function RevealButton({ personId }: { readonly personId: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const reveal = useMutation({
    mutationFn: () =>
      request<Revealed>(`/youth/${personId}/reveal`, { method: 'POST', body: { reason: reason.trim() } }),
    gcTime: 0,
  });
  if (reveal.data)
    return <span>{[reveal.data.name, reveal.data.phone, reveal.data.birthDate].filter(Boolean).join(' · ')}</span>;
  if (!asking) {
    return (
      <button
        type="button"
        className="button link"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('youth.reveal')}
      </button>
    );
  }
  return (
    <form
      className="row reveal"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') reveal.mutate();
      }}
    >
      <input
        className="input"
        aria-label={t('youth.revealReason')}
        placeholder={t('youth.revealReason')}
        maxLength={100}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      <button type="submit" className="button ghost small" disabled={reveal.isPending || reason.trim() === ''}>
        {t('youth.reveal')}
      </button>
      {reveal.isError ? <span className="late-text">{t('youth.revealFailed')}</span> : null}
    </form>
  );
}
