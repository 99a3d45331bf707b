import type { EventType } from '@qucheng/contracts';
import type { IncomingMessage } from '@qucheng/messaging';
import { ulid } from 'ulid';
import { readEvent } from './read-event.ts';

const streetId = ulid();
const community = { communityId: ulid(), name: '古运河社区' };
const envelope = {
  specversion: '1.0',
  id: `street-${streetId}@2`,
  source: '/qucheng/street-office',
  type: 'CommunityAdded',
  subject: streetId,
  time: '2026-03-01T00:00:00Z',
  datacontenttype: 'application/json',
  streetid: streetId,
  stream: `street-${streetId}`,
  streamversion: 2,
  by: 'system',
  through: 'demo',
  data: community as unknown,
};
const read = (value: unknown) =>
  readEvent({ topic: 'qucheng.office.v1', value } as IncomingMessage, new Set<EventType>(['CommunityAdded'])); // all it looks at

describe('reading an event', () => {
  it('gives what the contract says', () => {
    expect(read(envelope)).toEqual(envelope);
  });

  it('passes over types this service does not hear', () => {
    expect(read({ ...envelope, type: 'StreetOpened', data: 'whatever' })).toBeUndefined();
    expect(read({ ...envelope, type: 'OfNextYear' })).toBeUndefined();
  });

  it('forgets what a newer producer says beyond the contract', () => {
    expect(read({ ...envelope, data: { ...community, colour: 'green' } })?.data).toEqual(community);
  });

  it('sets aside what breaks its contract, naming the field and not its value', () => {
    expect(() => read({ ...envelope, data: { ...community, communityId: '13800000000' } })).toThrow(
      'CommunityAdded does not keep its contract: communityId invalid_format',
    );
    expect(() => read({ ...envelope, data: { ...community, name: 7, colour: 'green' } })).toThrow(
      expect.objectContaining({ reason: 'bad-data' }),
    );
  });

  it('sets aside what is no envelope', () => {
    for (const value of [null, 'text', {}, { ...envelope, streetid: 'x' }])
      expect(() => read(value)).toThrow(expect.objectContaining({ reason: 'bad-envelope' }));
  });
});
