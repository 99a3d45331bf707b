import { useEffect, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from './sheet.tsx';
import { Failure } from './states.tsx';

interface SheetProps {
  readonly onClose: () => void;
}

/**
 * A sheet whose code is fetched when it is first opened. React's own `lazy` would keep a fetch that failed for ever;
 * here it is fetched again, and where it is gone for good, as after an update of the server, the page starts anew.
 */
export function lazySheet<Props extends SheetProps>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let Known: ComponentType<Props> | null = null;
  return function LazySheet(props: Props) {
    const { t } = useTranslation();
    const [fetched, setFetched] = useState<{ readonly error: unknown } | 'known' | null>(
      Known === null ? null : 'known',
    );
    const [tries, setTries] = useState(0);
    useEffect(() => {
      if (Known !== null) return;
      load().then(
        (component) => {
          Known = component;
          setFetched('known');
        },
        (error: unknown) => {
          if (tries > 0 && navigator.onLine) window.location.reload();
          setFetched({ error });
        },
      );
    }, [tries]);
    if (fetched === null) return null;
    if (fetched === 'known') return Known === null ? null : <Known {...props} />;
    return (
      <Sheet title={t('frame.brand')} onClose={props.onClose}>
        <div className="body">
          <Failure
            error={fetched.error}
            onRetry={() => {
              setTries(tries + 1);
            }}
          />
        </div>
      </Sheet>
    );
  };
}
