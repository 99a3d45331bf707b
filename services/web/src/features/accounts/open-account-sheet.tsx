import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseOne, ChooseSome } from '../../look/choices.tsx';
import { TextField } from '../../look/field.tsx';
import { FormSheet } from '../../look/form-sheet.tsx';
import { fieldMessage } from '../../look/problem-notice.tsx';
import type { OpenAccount, Problem } from '../../requests/shapes.ts';
import { useWrite } from '../../requests/write.ts';
import { useCommunities } from '../directory/directory-api.ts';
import { HandoverSheet } from './handover-sheet.tsx';
import { PasswordToSet, SHORTEST } from './password-to-set.tsx';
import { proposePassword } from './propose-password.ts';

type OfficeRole = OpenAccount['role'];
const ROLES: readonly OfficeRole[] = ['cadre', 'communitySecretary', 'streetSecretary', 'districtViewer', 'admin'];
/** The roles whose work reaches as far as their communities. */
const IN_COMMUNITIES: readonly OfficeRole[] = ['cadre', 'communitySecretary'];

export function OpenAccountSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const communities = useCommunities();
  const [account, setAccount] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [role, setRole] = useState<OfficeRole>('cadre');
  const [chosen, setChosen] = useState<string[]>([]);
  const [password, setPassword] = useState(() => proposePassword());
  const [opened, setOpened] = useState<OpenAccount | null>(null);
  const write = useWrite<OpenAccount>(
    () => '/accounts',
    (_written, body) => {
      setOpened(body);
    },
  );
  if (opened) return <HandoverSheet title={t('accounts.opened')} {...opened} onClose={onClose} />;
  const placed = IN_COMMUNITIES.includes(role);
  const ready =
    account !== '' &&
    displayName.trim() !== '' &&
    password.length >= SHORTEST &&
    // Without a community a community's secretary would see the whole street.
    (role !== 'communitySecretary' || chosen.length > 0);
  const submit = () => {
    const communityIds = placed && chosen.length > 0 ? chosen : null;
    write.send({ account, displayName: displayName.trim(), role, communityIds, password });
  };
  return (
    <FormSheet
      title={t('accounts.open')}
      submitText={t('accounts.openNow')}
      sending={write.sending}
      ready={ready}
      problem={write.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('accounts.displayName')}
        value={displayName}
        maxLength={40}
        autoComplete="off"
        onChange={(event) => {
          setDisplayName(event.target.value);
        }}
        wrong={fieldMessage(write.problem, 'displayName')}
      />
      <TextField
        label={t('accounts.account')}
        value={account}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => {
          setAccount(event.target.value.trim().toLowerCase());
        }}
        hint={t('accounts.accountHint')}
        wrong={wrongAccount(write.problem, t('accounts.accountHint'))}
      />
      <ChooseOne
        legend={t('accounts.role')}
        value={role}
        onChange={setRole}
        options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      {placed ? (
        <div className="stack tight">
          <ChooseSome
            legend={t('accounts.communities')}
            values={chosen}
            onChange={setChosen}
            options={communities.map(({ communityId, name }) => ({ value: communityId, label: name }))}
          />
          <p className="muted">{role === 'cadre' ? t('accounts.noneIsAll') : t('accounts.atLeastOne')}</p>
        </div>
      ) : null}
      <PasswordToSet value={password} onChange={setPassword} problem={write.problem} />
    </FormSheet>
  );
}

/** A name that is taken is refused as a whole, one of another form by its field; both belong beside the field. */
function wrongAccount(problem: Problem | null, rule: string): string | undefined {
  if (problem?.code === 'account-taken') return problem.title;
  return fieldMessage(problem, 'account') === undefined ? undefined : rule;
}
