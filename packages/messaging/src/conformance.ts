import { describeDeadLetters } from './conformance/dead-letters.ts';
import { describeDelivery } from './conformance/delivery.ts';
import { describeFaults } from './conformance/faults.ts';
import { describeLifecycle } from './conformance/lifecycle.ts';
import { describeRedrive } from './conformance/redrive.ts';
import { describeRetries } from './conformance/retries.ts';
import type { MessagingFactory } from './conformance/world.ts';

/** What every client behind the Messaging interface has to hold, told as jest suites against the real brokers. */
export function describeMessaging(create: MessagingFactory): void {
  describeDelivery(create);
  describeRetries(create);
  describeDeadLetters(create);
  describeRedrive(create);
  describeFaults(create);
  describeLifecycle(create);
}
