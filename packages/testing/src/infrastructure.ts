/** Addresses of the real servers tests talk to. */
export interface Infrastructure {
  readonly mongoUrl: string;
  readonly kafkaBrokers: readonly string[];
  readonly redisUrl: string;
}

const LOCAL: Infrastructure = {
  mongoUrl: 'mongodb://127.0.0.1:27027/?directConnection=true&replicaSet=secantus',
  kafkaBrokers: ['127.0.0.1:19092'],
  redisUrl: 'redis://127.0.0.1:16379',
};

/** The servers named by MONGO_URL, KAFKA_BROKERS (comma separated) and REDIS_URL, else the ones `npm run infra:up` starts. */
export function infrastructure(environment: NodeJS.ProcessEnv = process.env): Infrastructure {
  return {
    mongoUrl: environment['MONGO_URL'] ?? LOCAL.mongoUrl,
    kafkaBrokers: environment['KAFKA_BROKERS']?.split(',') ?? LOCAL.kafkaBrokers,
    redisUrl: environment['REDIS_URL'] ?? LOCAL.redisUrl,
  };
}
