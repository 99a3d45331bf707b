import { useTranslation } from 'react-i18next';
import { locksOf, type Road } from './locks.ts';

interface ChannelProps extends Road {
  readonly small?: boolean;
}

/** A firm's road as a row of locks that fill with water. The same picture on the page, the card and the list row. */
export function Channel({ small = false, ...road }: ChannelProps) {
  const { t } = useTranslation();
  const locks = locksOf(road);
  const full = locks.filter(({ state }) => state === 'full' || state === 'formed').length;
  const now = locks.find(({ state }) => state === 'now');
  const label = t('channel.label', {
    full,
    all: locks.length,
    now: now ? t(`lock.${now.name}`) : t('channel.nothingOpen'),
  });
  return (
    <div>
      <div className={small ? 'channel small' : 'channel'} role="img" aria-label={label}>
        {locks.map((lock) => (
          <span key={lock.name} className={lock.state}>
            <i style={{ width: `${String(lock.level * 100)}%` }} />
          </span>
        ))}
      </div>
      {small ? null : (
        <ol className="locks" aria-hidden="true">
          {locks.map(({ name, state, count }) => (
            <li key={name} className={`${state}${name === (now?.name ?? 'formed') ? ' shown-on-phone' : ''}`}>
              {t(`lock.${name}`)}
              {count ? ` · ${String(count.have)}/${String(count.need)}` : ''}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** The same water for sums: shares of 0…1 in order; the last one is the goal and turns red. */
export function ShareChannel({ shares, label }: { readonly shares: readonly number[]; readonly label: string }) {
  return (
    <div className="channel small" role="img" aria-label={label}>
      {shares.map((share, index) => {
        const isGoal = index === shares.length - 1;
        return (
          <span key={index} className={isGoal && share > 0 ? 'formed' : share >= 1 ? 'full' : 'now'}>
            <i style={{ width: `${String(Math.min(1, share) * 100)}%` }} />
          </span>
        );
      })}
    </div>
  );
}
