import type { ServiceName } from '@qucheng/contracts';
import { z } from 'zod';
import type { BaseConfig } from './types.ts';

/** The process environment, for entry files that hand it to `readConfig`. */
export const environment: NodeJS.ProcessEnv = process.env;

/** PEM texts travel in one line as well: some supervisors cannot pass line breaks. */
export const Pem = z
  .string()
  .min(40)
  .transform((text) => text.replaceAll('\\n', '\n'));

const serviceMap = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown; // narrowed by the pipe below
    } catch {
      context.addIssue('is not JSON');
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.url()));

const Base = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535),
  HOST: z.string().default('127.0.0.1'),
  MONGO_URL: z
    .string()
    .startsWith('mongodb')
    .default('mongodb://127.0.0.1:27027/?directConnection=true&replicaSet=secantus'),
  MONGO_DB: z.string().min(1).optional(),
  KAFKA_BROKERS: z.string().min(1).default('127.0.0.1:19092'),
  KAFKA_PREFIX: z.string().default(''),
  TOKEN_PUBLIC_KEY: Pem,
  INTERNAL_KEY: z.string().min(16),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  SERVICES: serviceMap.optional(),
});

/** Settings that every service has. Throws one Error that names every bad key and never shows a value. */
export function readBaseConfig(name: ServiceName | 'gateway', env: NodeJS.ProcessEnv): BaseConfig {
  const read = readEnvironment(Base, env);
  return {
    port: read.PORT,
    host: read.HOST,
    mongoUrl: read.MONGO_URL,
    mongoDb: read.MONGO_DB ?? `qc_${name.replaceAll('-', '_')}`,
    kafkaBrokers: read.KAFKA_BROKERS.split(','),
    kafkaPrefix: read.KAFKA_PREFIX,
    tokenPublicKey: read.TOKEN_PUBLIC_KEY,
    internalKey: read.INTERNAL_KEY,
    logLevel: read.LOG_LEVEL,
    services: read.SERVICES ?? {},
  };
}

/** Reads the keys of `schema` from the environment. Throws one Error that names every bad key and never shows a value. */
export function readEnvironment<Schema extends z.ZodType>(schema: Schema, env: NodeJS.ProcessEnv): z.output<Schema> {
  const read = schema.safeParse(env);
  if (read.success) return read.data;
  const complaints = read.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new Error(`The environment is not complete:\n${complaints.join('\n')}`);
}
