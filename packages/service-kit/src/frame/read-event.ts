import { CATALOGUE, Envelope } from '@qucheng/contracts';
import type { EventType } from '@qucheng/contracts';
import { PermanentError } from '@qucheng/messaging';
import type { IncomingMessage } from '@qucheng/messaging';
import type { AnyEvent } from '../types.ts';

/**
 * A message as the event it carries. undefined for a type this service does not listen to: topics carry whole families
 * and grow. Throws PermanentError for what claims to be one of ours and is not.
 */
export function readEvent(message: IncomingMessage, wanted: ReadonlySet<EventType>): AnyEvent | undefined {
  const envelope = Envelope.safeParse(message.value);
  if (!envelope.success) throw new PermanentError('bad-envelope', `${message.topic} carries no CloudEvents envelope`);
  const type = envelope.data.type as EventType; // looked up in the set of known ones at once
  if (!wanted.has(type)) return undefined;
  const data = readData(type, envelope.data.data);
  // the schema of `type` has just accepted `data`
  return { ...envelope.data, type, data } as AnyEvent;
}

function readData(type: EventType, data: unknown): unknown {
  const { schema } = CATALOGUE[type];
  const first = schema.safeParse(data);
  if (first.success) return first.data;
  // Contracts grow: a newer producer may say more than this consumer knows.
  const issues = first.error.issues;
  if (issues.every((issue) => issue.code === 'unrecognized_keys')) {
    const known: unknown = structuredClone(data);
    for (const { path, keys } of issues) forget(known, path, keys);
    const second = schema.safeParse(known);
    if (second.success) return second.data;
  }
  const where = issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ');
  throw new PermanentError('bad-data', `${type} does not keep its contract: ${where}`);
}

function forget(root: unknown, path: readonly PropertyKey[], keys: readonly string[]): void {
  const holder = path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );
  if (typeof holder !== 'object' || holder === null) return;
  for (const key of keys) Reflect.deleteProperty(holder, key);
}
