import { z } from 'zod';
import { Id, Instant } from '../scalars.ts';

/** CloudEvents 1.0 attributes as they travel on Kafka. Extension names are lower case by that standard. */
export const Envelope = z.object({
  specversion: z.literal('1.0'),
  /** `<stream>@<version>`: the same event has the same id however often it is delivered. */
  id: z.string().min(3).max(120),
  source: z.string(),
  type: z.string(),
  /** The aggregate whose order matters; also the Kafka key. */
  subject: z.string(),
  time: Instant,
  datacontenttype: z.literal('application/json'),
  streetid: Id,
  stream: z.string(),
  streamversion: z.int().positive(),
  /** Account, link or `system`. Never a name. */
  by: z.string(),
  through: z.string(),
  causationid: z.string().optional(),
  correlationid: z.string().optional(),
  traceparent: z.string().optional(),
  data: z.unknown(),
});
export type Envelope = z.infer<typeof Envelope>;

export interface EventEnvelope<Type extends string, Data> extends Omit<Envelope, 'type' | 'data'> {
  readonly type: Type;
  readonly data: Data;
}
