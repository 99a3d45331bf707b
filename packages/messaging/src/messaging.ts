import type { Admin } from 'kafkajs';
import { createConsumer } from './consumer.ts';
import { createKafka } from './kafka-client.ts';
import { createNames } from './names.ts';
import { createPublisher } from './publisher.ts';
import { redrive } from './redrive.ts';
import { settings } from './settings.ts';
import { ensureTopics } from './topics.ts';
import type { Messaging, MessagingOptions } from './types.ts';

/** Kafka for one process. Nothing connects before it is started; stop() ends everything that was created here. */
export function createMessaging(options: MessagingOptions): Messaging {
  const { kafka, closeSockets } = createKafka(options);
  const names = createNames(options.prefix);
  const stops: (() => Promise<void>)[] = [];
  let adminClient: Promise<Admin> | undefined;

  const connectAdmin = async (): Promise<Admin> => {
    const connected = kafka.admin();
    await connected.connect();
    return connected;
  };
  const admin = async (): Promise<Admin> => {
    adminClient ??= connectAdmin();
    try {
      return await adminClient;
    } catch (error) {
      adminClient = undefined;
      throw error;
    }
  };
  const tools = {
    kafka,
    names,
    admin,
    log: options.log,
    sessionTimeout: options.sessionTimeout ?? settings.sessionTimeout,
  };

  return {
    createPublisher: () => {
      const publisher = createPublisher(tools);
      stops.push(() => publisher.stop());
      return publisher;
    },
    createConsumer: (consumerOptions) => {
      const consumer = createConsumer(tools, consumerOptions);
      stops.push(() => consumer.stop());
      return consumer;
    },
    ensureTopics: (specs, groups = []) => ensureTopics(tools, specs, groups),
    redrive: (redriveOptions) => redrive(tools, redriveOptions),
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()));
      const connected = await adminClient?.catch(() => undefined);
      adminClient = undefined;
      await connected?.disconnect();
      closeSockets();
    },
  };
}
