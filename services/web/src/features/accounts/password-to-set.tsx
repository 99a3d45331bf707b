import { useTranslation } from 'react-i18next';
import { TextField } from '../../look/field.tsx';
import { fieldMessage } from '../../look/problem-notice.tsx';
import type { Problem } from '../../requests/shapes.ts';
import { proposePassword } from './propose-password.ts';

/** Characters a password has at least. */
export const SHORTEST = 8;

interface Props {
  readonly value: string;
  readonly problem: Problem | null;
  readonly onChange: (value: string) => void;
}

/** A proposal that may be changed; readable, because it is somebody else's and will be handed over. */
export function PasswordToSet({ value, problem, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className="stack tight">
      <TextField
        label={t('accounts.password')}
        value={value}
        maxLength={128}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        hint={t('accounts.passwordHint')}
        wrong={fieldMessage(problem, 'password')}
      />
      <div>
        <button
          type="button"
          className="button ghost small"
          onClick={() => {
            onChange(proposePassword());
          }}
        >
          {t('accounts.another')}
        </button>
      </div>
    </div>
  );
}
