import type { TimelineQuery } from '../../requests/shapes.ts';

const PAGE = 30;

/** One page of a firm's timeline; '' stands for entries of every type, and for the first page. */
export function timelineQuery(type: string, cursor: string): TimelineQuery {
  return { limit: PAGE, ...(type === '' ? {} : { types: type }), ...(cursor === '' ? {} : { cursor }) };
}
