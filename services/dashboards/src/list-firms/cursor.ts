import { z } from 'zod';
import type { CardDocument } from '../firm-card/firm-card-store.ts';
import type { FirmFilter } from './firm-filter.ts';

type Order = Pick<FirmFilter, 'order' | 'direction'>;

/** Where a page ended: the sort value and the id of its last row. */
export type Place = readonly [string | number, string];

const Cursor = z.tuple([z.string(), z.number(), z.union([z.string(), z.number()]), z.string()]);

/** The place after which the next page goes on, with the order it is a place in. */
export function encodeCursor({ sort, _id }: CardDocument, { order, direction }: Order): string {
  return Buffer.from(JSON.stringify([order, direction, sort[order], _id])).toString('base64url');
}

/** undefined for a cursor nobody made here, or not in this order. */
export function decodeCursor(cursor: string, { order, direction }: Order): Place | undefined {
  const read = Cursor.safeParse(parsed(Buffer.from(cursor, 'base64url').toString('utf8'))).data;
  return read?.[0] === order && read[1] === direction ? [read[2], read[3]] : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
