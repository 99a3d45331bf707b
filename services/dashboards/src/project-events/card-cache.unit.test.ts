import { emptyCard, type Card } from '../firm-card/firm-card.ts';
import { STREET } from '../testing/facts.ts';
import { createCardCache } from './card-cache.ts';

const card = (id: string): Card => emptyCard(id, STREET);

/** A cache with room for one card, in front of a store that knows every firm. */
function given() {
  const cache = createCardCache(1);
  const loaded: string[] = [];
  const fill = (...ids: string[]) =>
    cache.fill(ids, (missing) => {
      loaded.push(...missing);
      return Promise.resolve(missing.map(card));
    });
  const change = (id: string) => {
    const changed = card(id);
    cache.set(changed);
    return () => {
      cache.written(new Map([[id, changed]]));
    };
  };
  return { cache, loaded, fill, change };
}

describe('the cards in memory', () => {
  it('hold every card they were filled for, also beyond the limit', async () => {
    const { cache, fill, change } = given();
    for (const id of ['oldest', 'newest']) change(id)();
    await fill('oldest', 'unknown');
    expect(cache.get('oldest')).toBeDefined();
    expect(cache.get('unknown')).toBeDefined();
  });

  it('are loaded only when they are not here', async () => {
    const { loaded, fill } = given();
    await fill('one');
    await fill('one', 'other');
    expect(loaded).toEqual(['one', 'other']);
  });

  it('let go what was written longest ago, and never what is not written yet', async () => {
    const { cache, fill, change } = given();
    change('unwritten');
    change('written')();
    await fill('another');
    expect([cache.get('unwritten'), cache.get('written')]).toEqual([card('unwritten'), undefined]);
  });

  it('keep a card that has changed again since it was written', async () => {
    const { cache, fill, change } = given();
    const firstIsWritten = change('twice');
    change('twice');
    firstIsWritten();
    change('other')();
    await fill('another');
    expect(cache.get('twice')).toBeDefined();
  });
});
