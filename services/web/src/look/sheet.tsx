import { useBlocker } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icons.tsx';
import { Toasts } from './toast.tsx';

interface SheetProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly corner?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A drawer on the desktop, the whole screen on a phone. The browser's own modal dialog keeps focus and Escape right. */
export function Sheet({ title, subtitle, corner, onClose, children }: SheetProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    document.body.classList.add('under-sheet');
    return () => {
      document.body.classList.remove('under-sheet');
      element?.close();
    };
  }, []);
  // The Back key closes the sheet and stays on the page under it.
  useBlocker({
    shouldBlockFn: ({ action }) => {
      if (action === 'BACK') onClose();
      return action === 'BACK';
    },
    enableBeforeUnload: false,
  });
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        // A second Escape closes the dialog whatever the first was answered: it closes for good only with its sheet.
        if (dialog.current?.open !== false) return;
        dialog.current.showModal();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <header>
        <div className="spread">
          <button type="button" className="button quiet small sheet-back" onClick={onClose}>
            <Icon name="back" size={16} />
            {t('frame.back')}
          </button>
          {corner}
        </div>
        <h1>{title}</h1>
        {subtitle === undefined ? null : <p className="muted">{subtitle}</p>}
      </header>
      {children}
      <Toasts inSheet />
    </dialog>
  );
}
