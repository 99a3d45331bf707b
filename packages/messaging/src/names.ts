/** Names as the brokers know them: everything carries the prefix, so suites share one broker without meeting. */
export interface Names {
  topic(topic: string): string;
  /** The topic a broker's name stands for. */
  withoutPrefix(brokerTopic: string): string;
  group(group: string): string;
  deadLetters(topic: string, group: string): string;
}

export function createNames(prefix = ''): Names {
  return {
    topic: (topic) => prefix + topic,
    withoutPrefix: (brokerTopic) => brokerTopic.slice(prefix.length),
    group: (group) => prefix + group,
    deadLetters: (topic, group) => `${prefix}${topic}.dead.${group}`,
  };
}
