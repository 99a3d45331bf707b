import { CATALOGUE } from '@qucheng/contracts';
import type { ContractEvent, EventEnvelope, ServiceName } from '@qucheng/contracts';
import type { Commit } from '@qucheng/event-store';
import type { OutgoingMessage } from '@qucheng/messaging';
import type { FrameOptions } from '../types.ts';

type Outgoing = OutgoingMessage & { readonly value: EventEnvelope<string, unknown> };

/** The aggregate whose order matters, by topic: Kafka key and subject. */
function subjectOf(topic: string, event: ContractEvent, commit: Commit): string {
  if (topic === 'qucheng.office.v1') return commit.streetId;
  const { data } = event;
  if (topic === 'qucheng.activity.v1' && 'activityId' in data) return data.activityId;
  if ('enterpriseId' in data) return data.enterpriseId;
  throw new Error(`${event.type} names no aggregate to keep in order`);
}

/** What is published for commits: event i of a commit has the id `<stream>@<version + i>`, however often it is sent. */
export function envelopesOf(
  service: ServiceName,
  commits: readonly Commit[],
  toContract: NonNullable<FrameOptions['toContract']>,
): Outgoing[] {
  return commits.flatMap((commit) =>
    commit.events.flatMap((stored, place): Outgoing[] => {
      const event = toContract(stored, commit);
      if (event === null) return [];
      const { topic } = CATALOGUE[event.type];
      const subject = subjectOf(topic, event, commit);
      const version = commit.version + place;
      const { causationId, correlationId, traceparent } = commit;
      const value: EventEnvelope<string, unknown> = {
        specversion: '1.0',
        id: `${commit.stream}@${String(version)}`,
        source: `/qucheng/${service}`,
        type: event.type,
        subject,
        time: commit.at,
        datacontenttype: 'application/json',
        streetid: commit.streetId,
        stream: commit.stream,
        streamversion: version,
        by: commit.by,
        through: commit.through,
        ...(causationId === undefined ? {} : { causationid: causationId }),
        correlationid: correlationId ?? commit.commandId,
        ...(traceparent === undefined ? {} : { traceparent }),
        data: event.data,
      };
      return [{ topic, key: subject, value, headers: { type: event.type } }];
    }),
  );
}
