import { useTranslation } from 'react-i18next';
import { Sheet } from '../../look/sheet.tsx';

const KEYS = [
  ['/', 'search'],
  ['g l', 'firms'],
  ['g d', 'progress'],
  ['g t', 'today'],
  ['n', 'visit'],
  ['?', 'help'],
] as const;

export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('keys.title')} subtitle={t('keys.off')} onClose={onClose}>
      <div className="body">
        <dl className="card keys">
          {KEYS.map(([keys, name]) => (
            <div key={name} className="spread">
              <dt>{t(`keys.${name}`)}</dt>
              <dd>
                <kbd>{keys}</kbd>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Sheet>
  );
}
