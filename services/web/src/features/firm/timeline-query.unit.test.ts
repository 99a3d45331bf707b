import { EVENT_TYPES, TimelineQuery } from '@qucheng/contracts';
import { timelineQuery } from './timeline-query.ts';
import { TIMELINE_TYPES } from './timeline-words.ts';

describe('the filter of a timeline', () => {
  it.each(TIMELINE_TYPES)('%s is asked for as the server reads it', (type) => {
    expect(TimelineQuery.parse(timelineQuery(type, 'place'))).toEqual({ types: type, cursor: 'place', limit: 30 });
    expect(EVENT_TYPES).toContain(type);
  });

  it('asks for everything from the beginning by saying nothing', () => {
    expect(TimelineQuery.parse(timelineQuery('', ''))).toEqual({ limit: 30 });
  });
});
