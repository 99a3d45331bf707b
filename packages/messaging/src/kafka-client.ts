import { connect as connectTcp, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Kafka, logLevel } from 'kafkajs';
import type { ISocketFactory, LogEntry } from 'kafkajs';
import { settings } from './settings.ts';
import type { MessagingOptions } from './types.ts';
import { passWholeAnswers } from './whole-answers.ts';

const KEEP_ALIVE_AFTER_MS = 60_000;

/** kafkajs' own factory never sets TCP_NODELAY, which costs up to 40 ms for each small request. */
const createSocketFactory =
  (reach: NonNullable<MessagingOptions['reach']>, open: Set<Socket>): ISocketFactory =>
  ({ host, port, ssl, onConnect }) => {
    const address = reach({ host, port });
    // Typed as always there, but undefined on a plain connection.
    const socket = (ssl as typeof ssl | undefined)
      ? connectTls({ ...address, ...(isIP(host) === 0 ? { servername: host } : {}), ...ssl }, onConnect)
      : connectTcp({ ...address }, onConnect);
    socket.setKeepAlive(true, KEEP_ALIVE_AFTER_MS);
    socket.setNoDelay(true);
    passWholeAnswers(socket);
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    return socket;
  };

/** Fields of a kafkajs line that are passed on; the others may hold whole requests. */
const PASSED_ON = ['groupId', 'memberId', 'topic', 'partition', 'broker', 'error', 'retryCount', 'retryTime'];

// The publisher discards its producer after any failure, so limited retries cannot reuse a sequence number.
const DOES_NOT_APPLY = 'Limiting retries for the idempotent producer';

/** The one line of its chatter that somebody looks for. */
const WORTH_TELLING = 'Consumer has joined the group';

function routeLog(log: MessagingOptions['log'], { level, namespace, log: line }: LogEntry): void {
  if (line.message.startsWith(DOES_NOT_APPLY)) return;
  const fields: Record<string, unknown> = { kafkajs: namespace };
  for (const name of PASSED_ON) {
    const value: unknown = line[name];
    if (typeof value === 'string' || typeof value === 'number') fields[name] = value;
  }
  // What kafkajs calls an error it goes on to retry; what it gives up on reaches the caller or onCrash.
  if (level === logLevel.INFO && line.message === WORTH_TELLING) log.info(fields, line.message);
  if (level !== logLevel.INFO) log.warn(fields, line.message);
}

export interface KafkaClient {
  readonly kafka: Kafka;
  /** kafkajs waits for a hanging handler before it lets go; nothing else may wait for that. */
  closeSockets(): void;
}

/** The one place where a kafkajs client is made. */
export function createKafka({ brokers, clientId, log, reach = (at) => at }: MessagingOptions): KafkaClient {
  const open = new Set<Socket>();
  let closed = false;
  const kafka = new Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: settings.connectionTimeout,
    requestTimeout: settings.requestTimeout,
    retry: settings.retry,
    socketFactory: createSocketFactory(reach, open),
    logLevel: logLevel.INFO,
    logCreator: () => (entry) => {
      if (!closed) routeLog(log, entry);
    },
  });
  const closeSockets = (): void => {
    closed = true;
    // With an error, because kafkajs only ends its timers for a connection that failed.
    for (const socket of open) socket.destroy(new Error('The client is stopped'));
  };
  return { kafka, closeSockets };
}
