import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../requests/shapes.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { Sheet } from './sheet.tsx';

interface FormSheetProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly corner?: ReactNode;
  readonly submitText: string;
  /** What stands under the main button: the one sentence that takes a worry away. */
  readonly footnote?: string;
  readonly sending: boolean;
  readonly ready?: boolean;
  readonly problem: Problem | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Every form of the product: fields above, the main button at the bottom, refusals right above the button. */
export function FormSheet(props: FormSheetProps) {
  const { t } = useTranslation();
  const {
    title,
    subtitle,
    corner,
    submitText,
    footnote,
    sending,
    ready = true,
    problem,
    onSubmit,
    onClose,
    children,
  } = props;
  return (
    <Sheet title={title} {...(subtitle === undefined ? {} : { subtitle })} corner={corner} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !sending) onSubmit();
        }}
      >
        <div className="body">
          {children}
          {problem ? <ProblemNotice problem={problem} /> : null}
        </div>
        <footer>
          <button type="submit" className="button wide" disabled={sending || !ready}>
            {sending ? t('frame.sending') : submitText}
          </button>
          {footnote ? <p className="muted">{footnote}</p> : null}
        </footer>
      </form>
    </Sheet>
  );
}
