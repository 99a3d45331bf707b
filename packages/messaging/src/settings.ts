/** Everything that was tuned, in one place; README.md says what each costs when it is wrong. Times in ms. */
export const settings = {
  connectionTimeout: 3_000,
  requestTimeout: 15_000,
  /** kafkajs takes other retry defaults under NODE_ENV=test, so all of them are named. */
  retry: { initialRetryTime: 100, maxRetryTime: 2_000, factor: 0.2, multiplier: 2, retries: 5 },
  /** How long start() waits for brokers that are away and topics that are still being created. */
  startWithin: 60_000,
  stopWithin: 10_000,

  /** So long the partitions of a killed member wait for its successor. */
  sessionTimeout: 10_000,
  heartbeatInterval: 3_000,
  rebalanceTimeout: 60_000,
  /** The broker answers at once when there is something; this only bounds how long an idle fetch or a resume waits. */
  maxWaitTimeInMs: 100,
  /** Least time between two fetches from a broker that brought something. */
  fetchEvery: 12,
  maxBytesPerPartition: 512 * 1024,
  partitionsConsumedConcurrently: 8,
  /** Messages of different keys in one partition that are handled at the same time, so that a store can commit them together. */
  keysHandledConcurrently: 32,
  /** Most messages given to handleBatch at once: keeps it well under the session timeout. */
  handleBatchSize: 500,
  commitEvery: 1_000,

  attempts: 5,
  retryInPlaceFirst: 20,
  /** No further attempt in place after this: all partitions of one fetch wait for the slowest. */
  retryInPlaceWithin: 2_000,
  pauseFirst: 500,
  pauseMost: 30_000,
  /** How often a consumer with parked keys looks whether they were redriven elsewhere. */
  lookForRedrivenEvery: 5_000,

  /** Most messages in one produce request. */
  publishBatchSize: 1_000,
} as const;
