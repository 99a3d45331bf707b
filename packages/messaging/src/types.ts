/** One message on Kafka: a CloudEvents 1.0 envelope in structured JSON mode. `key` keeps order per aggregate. */
export interface OutgoingMessage {
  readonly topic: string;
  readonly key: string;
  readonly value: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface IncomingMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
  /** Parsed JSON of the value. Not yet checked against a schema. */
  readonly value: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** ms since epoch, the broker's record time */
  readonly timestamp: number;
}

/** Bad data or a rule that will never hold: retrying cannot help, the message goes to the dead letters. */
export class PermanentError extends Error {
  override readonly name = 'PermanentError';
  readonly reason: string;
  constructor(reason: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

export interface Publisher {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Resolves after the brokers acknowledged all; keeps the given order per key; throws when it could not (the caller repeats). */
  publish(messages: readonly OutgoingMessage[]): Promise<void>;
}

/** What a batch handler answers when it has applied its messages. */
export interface Applied {
  /**
   * Resolves once the effects would outlive the process; not given: they do already. Reading goes on meanwhile, and the
   * messages count as done from then on: after a crash before it they come again. Who answers it repeats what fails:
   * when it rejects, nothing of the partition counts as done any more until the partition is opened anew.
   */
  readonly durable?: Promise<void>;
}

export interface ConsumerOptions {
  /** Consumer group, also the name in dead letters: the service's name. */
  readonly group: string;
  readonly topics: readonly string[];
  /**
   * Exactly one of the two is given; both must be idempotent. `handle` gets the messages of one key strictly in order,
   * those of different keys side by side.
   */
  readonly handle?: (message: IncomingMessage) => Promise<void>;
  /**
   * Messages of one partition in order. When it throws a PermanentError (or a defect such as a TypeError), each message
   * of the batch is given to it once more alone, and those that fail alone become dead letters.
   */
  readonly handleBatch?: (messages: readonly IncomingMessage[]) => Promise<Applied>;
  /** In-place attempts for transient errors before the partition is paused for a while. Default 5. */
  readonly attempts?: number;
  /** Called when the consumer is beyond repair; the default logs it and throws it where nobody catches it. */
  readonly onCrash?: (error: Error) => void;
}

export interface Consumer {
  start(): Promise<void>;
  stop(): Promise<void>;
  health(): {
    readonly ready: boolean;
    readonly lastHeartbeatMs: number;
    readonly parkedKeys: number;
    readonly deadLetters: number;
  };
  /** Resolves when this group has applied everything that is in its topics now (tests). */
  settled(): Promise<void>;
}

export interface TopicSpec {
  readonly topic: string;
  readonly partitions: number;
}

export interface Redriven {
  readonly redriven: number;
  readonly remaining: number;
}

export interface Messaging {
  createPublisher(): Publisher;
  createConsumer(options: ConsumerOptions): Consumer;
  /** Creates what is missing (topics and their dead-letter topics `<topic>.dead.<group>`); never changes a partition count. */
  ensureTopics(specs: readonly TopicSpec[], groups?: readonly string[]): Promise<void>;
  /** Puts a group's dead letters (and the parked messages behind them) through its handler again, in order per key. */
  redrive(options: ConsumerOptions & { readonly topic: string; readonly limit?: number }): Promise<Redriven>;
  stop(): Promise<void>;
}

export interface BrokerAddress {
  readonly host: string;
  readonly port: number;
}

export interface MessagingOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** Put before every topic and group: keeps test suites apart on one broker. Default ''. */
  readonly prefix?: string;
  /** After this long without a sign of life, in ms, a member's partitions go to others. Default 30 000, at least 6 000. */
  readonly sessionTimeout?: number;
  /** Where a broker is reached instead of the address it announces: a tunnel, a port forward, a fault proxy. */
  readonly reach?: (broker: BrokerAddress) => BrokerAddress;
  readonly log: {
    info(o: object, m?: string): void;
    warn(o: object, m?: string): void;
    error(o: object, m?: string): void;
  };
}
