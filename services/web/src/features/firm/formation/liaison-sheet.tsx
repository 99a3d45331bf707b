import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseOne } from '../../../look/choices.tsx';
import { CheckField } from '../../../look/field.tsx';
import { FormSheet } from '../../../look/form-sheet.tsx';
import { toast } from '../../../look/toast.tsx';
import type { NameLiaison } from '../../../requests/shapes.ts';
import { useWrite } from '../../../requests/write.ts';
import { useEnterprise, useRoster } from '../firm-api.ts';
import type { FirmSheetProps, OpenSheet } from '../firm-sheet.tsx';

interface Props extends FirmSheetProps {
  readonly onOpen: (sheet: OpenSheet) => void;
}

export function LiaisonSheet({ firm, onClose, onOpen }: Props) {
  const { t } = useTranslation();
  const contacts = useEnterprise(firm.enterpriseId).data?.contacts ?? [];
  const youth = useRoster(firm.enterpriseId).data?.items ?? [];
  const [personId, setPersonId] = useState<string | null>(null);
  const [agreed, setAgreed] = useState(false);
  const write = useWrite<NameLiaison>(
    () => `/enterprises/${firm.enterpriseId}/formation/liaison`,
    () => {
      toast(t('formation.liaisonNamed'));
      onClose();
    },
  );
  const submit = () => {
    if (personId !== null && agreed) write.send({ personId, agreed: true });
  };
  const people = [
    ...contacts.map(({ contactId, name, post }) => ({
      value: contactId,
      label: [name, post].filter(Boolean).join(' '),
    })),
    ...youth.map((person) => ({ value: person.personId, label: [person.name, person.post].filter(Boolean).join(' ') })),
  ];
  return (
    <FormSheet
      title={t('action.name-liaison')}
      subtitle={firm.name}
      submitText={t('formation.nameLiaison')}
      sending={write.sending}
      ready={personId !== null && agreed}
      problem={write.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      {people.length > 0 ? (
        <ChooseOne legend={t('formation.who')} value={personId} onChange={setPersonId} options={people} />
      ) : (
        <div className="inset stack">
          <p>{t('formation.nobodyKnown')}</p>
          <div>
            <button
              type="button"
              className="button ghost"
              onClick={() => {
                onOpen('register-youth');
              }}
            >
              {t('action.register-youth')}
            </button>
          </div>
        </div>
      )}
      <CheckField checked={agreed} onChange={setAgreed}>
        {t('formation.liaisonAgreed')}
      </CheckField>
    </FormSheet>
  );
}
