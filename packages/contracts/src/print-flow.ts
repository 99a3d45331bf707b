import { CATALOGUE, EVENT_TYPES, PARTITIONS, TOPICS, type ServiceName } from './catalogue.ts';

/** The text of docs/flow.md: every event with its topic, who makes it and who listens, and the same as a picture. */
export function printFlow(): string {
  const rows = EVENT_TYPES.map((type) => {
    const { topic, producer, consumers } = CATALOGUE[type];
    return `| ${type} | \`${topic}\` | ${producer} | ${consumers.join(', ')} |`;
  });
  return [
    '# How facts travel',
    '',
    'Printed from the catalogue in `packages/contracts/src/catalogue.ts`; a test fails when the two differ.',
    `Every topic has ${String(PARTITIONS)} partitions; the key is the firm, the activity or the street whose order matters.`,
    '',
    '```mermaid',
    'flowchart LR',
    ...picture(),
    '```',
    '',
    '| event | topic | made by | heard by |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function picture(): string[] {
  const family = (topic: string) => topic.split('.')[1] ?? topic;
  const made = TOPICS.map((topic) => `  ${producerOf(topic)} --> ${family(topic)}([${family(topic)}])`);
  const heard = TOPICS.flatMap((topic) => listenersOf(topic).map((name) => `  ${family(topic)} --> ${name}`));
  return [...made, ...heard];
}

function producerOf(topic: string): ServiceName {
  const type = EVENT_TYPES.find((each) => CATALOGUE[each].topic === topic);
  if (type === undefined) throw new Error(`no event on ${topic}`);
  return CATALOGUE[type].producer;
}

function listenersOf(topic: string): ServiceName[] {
  const types = EVENT_TYPES.filter((type) => CATALOGUE[type].topic === topic);
  return [...new Set(types.flatMap((type) => CATALOGUE[type].consumers))];
}
