import { useState, type ReactNode } from 'react';
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
  /** What was typed stays on the device: closing loses nothing and is not asked about. */
  readonly kept?: boolean;
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
    kept = false,
    onSubmit,
    onClose,
    children,
  } = props;
  const [typed, setTyped] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const close = () => {
    if (typed && !kept) setLeaving(true);
    else onClose();
  };
  return (
    <Sheet title={title} {...(subtitle === undefined ? {} : { subtitle })} corner={corner} onClose={close}>
      <form
        noValidate
        onChange={() => {
          setTyped(true);
          setLeaving(false);
        }}
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
          {leaving ? (
            <Leaving
              onLeave={onClose}
              onStay={() => {
                setLeaving(false);
              }}
            />
          ) : null}
          <button type="submit" className="button wide" disabled={sending || !ready}>
            {sending ? t('frame.sending') : submitText}
          </button>
          {footnote ? <p className="muted">{footnote}</p> : null}
        </footer>
      </form>
    </Sheet>
  );
}

/** Asked when a form with something typed in it is about to go. */
function Leaving({ onLeave, onStay }: { readonly onLeave: () => void; readonly onStay: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="notice" role="alert">
      <p>{t('frame.unsaved')}</p>
      <div className="row actions">
        <button type="button" className="button ghost small" onClick={onStay} autoFocus>
          {t('frame.stay')}
        </button>
        <button type="button" className="button quiet small" onClick={onLeave}>
          {t('frame.leave')}
        </button>
      </div>
    </div>
  );
}
