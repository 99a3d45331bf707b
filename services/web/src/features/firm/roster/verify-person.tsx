import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseOne } from '../../../look/choices.tsx';
import { ProblemNotice } from '../../../look/problem-notice.tsx';
import { toast } from '../../../look/toast.tsx';
import type { VerifyMember } from '../../../requests/shapes.ts';
import { useWrite } from '../../../requests/write.ts';

const METHODS = ['membershipFile', 'certificate', 'nationalSystem', 'formerOrganisation'] as const;

/** A claim becomes a fact only with a method: a file, a certificate, the national system, the former branch. */
export function VerifyPerson({ personId, onDone }: { readonly personId: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [method, setMethod] = useState<VerifyMember['method']>('nationalSystem');
  const write = useWrite<VerifyMember>(
    () => `/youth/${personId}/verification`,
    (_, { result }) => {
      toast(t(result === 'member' ? 'youth.verifiedToast' : 'youth.notMemberToast'));
      onDone();
    },
  );
  return (
    <div className="inset stack tight">
      <ChooseOne
        legend={t('youth.method')}
        value={method}
        onChange={setMethod}
        options={METHODS.map((value) => ({ value, label: t(`verificationMethod.${value}`) }))}
      />
      {write.problem ? <ProblemNotice problem={write.problem} /> : null}
      <div className="row">
        <button
          type="button"
          className="button small"
          disabled={write.sending}
          onClick={() => {
            write.send({ method, result: 'member' });
          }}
        >
          {t('youth.isMember')}
        </button>
        <button
          type="button"
          className="button ghost small"
          disabled={write.sending}
          onClick={() => {
            write.send({ method, result: 'notMember' });
          }}
        >
          {t('youth.isNotMember')}
        </button>
      </div>
    </div>
  );
}
