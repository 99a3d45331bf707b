import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE, EVENT_TYPES, TOPICS } from './catalogue.ts';
import { printFlow } from './print-flow.ts';

describe('the catalogue', () => {
  it('is what docs/flow.md shows', () => {
    const printed = readFileSync(join(__dirname, '../../../docs/flow.md'), 'utf8');
    expect(printed).toBe(printFlow());
  });

  it('has one producer per topic, so that the order of a key has one author', () => {
    for (const topic of TOPICS) {
      const producers = new Set(
        EVENT_TYPES.filter((type) => CATALOGUE[type].topic === topic).map((type) => CATALOGUE[type].producer),
      );
      expect([topic, producers.size]).toEqual([topic, 1]);
    }
  });

  it('lets no event leave that nobody hears', () => {
    for (const type of EVENT_TYPES) expect([type, CATALOGUE[type].consumers.length > 0]).toEqual([type, true]);
  });
});
