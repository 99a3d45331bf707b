import type { ServiceName } from '@qucheng/contracts';
import mongoose from 'mongoose';
import type { mongo } from 'mongoose';
import { ulid } from 'ulid';
import { testKeys } from './identity.ts';
import { infrastructure } from './infrastructure.ts';
import { dropTopics, freshTopics } from './kafka.ts';

/** What every service is configured with; typed by shape, because the service kit's own tests use this package. */
export interface TestConfig {
  readonly port: number;
  readonly host: string;
  readonly mongoUrl: string;
  readonly mongoDb: string;
  readonly kafkaBrokers: readonly string[];
  readonly kafkaPrefix: string;
  readonly tokenPublicKey: string;
  readonly internalKey: string;
  readonly logLevel: string;
  readonly services: Readonly<Record<string, string>>;
}

export const TEST_INTERNAL_KEY = 'internal-key-of-the-tests';

/**
 * The configuration of a service under test: real servers, a database and topics nobody else uses, a free port.
 * Several services that are to hear each other share a prefix: `testConfig('dashboards', { kafkaPrefix })`.
 */
export function testConfig<Overrides extends object>(
  service: ServiceName | 'gateway',
  overrides?: Overrides,
): TestConfig & Overrides {
  const { mongoUrl, kafkaBrokers } = infrastructure();
  const config: TestConfig = {
    port: 0,
    host: '127.0.0.1',
    mongoUrl,
    mongoDb: `test-${service}-${ulid().toLowerCase()}`,
    kafkaBrokers,
    kafkaPrefix: freshTopics(service).prefix,
    tokenPublicKey: testKeys.publicKey,
    internalKey: TEST_INTERNAL_KEY,
    logLevel: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    services: {},
  };
  return { ...config, ...overrides } as TestConfig & Overrides; // the spread of an absent object adds nothing
}

/** Looks into, or changes, the database of a test configuration behind its service's back. */
export async function inDatabase<Answer>(
  { mongoUrl, mongoDb }: Pick<TestConfig, 'mongoUrl' | 'mongoDb'>,
  use: (database: mongo.Db) => Promise<Answer>,
): Promise<Answer> {
  const connection = await mongoose.createConnection(mongoUrl, { retryWrites: false }).asPromise();
  try {
    return await use(connection.getClient().db(mongoDb));
  } finally {
    await connection.close();
  }
}

/** Drops the database and the topics of a test configuration. Call it after the service has stopped. */
export async function dropTestData({
  mongoUrl,
  mongoDb,
  kafkaBrokers,
  kafkaPrefix,
}: Pick<TestConfig, 'mongoUrl' | 'mongoDb' | 'kafkaBrokers' | 'kafkaPrefix'>): Promise<void> {
  await inDatabase({ mongoUrl, mongoDb }, (database) => database.dropDatabase());
  await dropTopics(kafkaBrokers, kafkaPrefix);
}
