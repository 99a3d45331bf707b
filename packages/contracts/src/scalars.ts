import { z } from 'zod';

/** ULID, upper case Crockford base 32: sortable ids that a phone without network can make. */
export const Id = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
export type Id = z.infer<typeof Id>;

/** Calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export const Day = z.iso.date();

/** RFC 3339 UTC. */
export const Instant = z.iso.datetime();

/** A line of text as people type it: trimmed, without control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\u0000-\u001f\u007f]*$/);

/** People counted in a firm. 1,000,000 is beyond any firm of a street and stops nonsense. */
export const Count = z.int().min(0).max(1_000_000);
