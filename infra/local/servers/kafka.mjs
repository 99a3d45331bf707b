// @ts-check
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { repository } from '../home.mjs';
import { PORTS } from '../ports.mjs';
import { dockerLacks, dockerRun } from './docker.mjs';
import { runLogged } from './fetch.mjs';
import { kafkaProperties } from './kafka-properties.mjs';
import { answersAsKafka } from './kafka-protocol.mjs';
import { HOST } from './server.mjs';
import { missing, tools } from './tools.mjs';

/** @typedef {import('../home.mjs').Home} Home */
/** @typedef {import('./server.mjs').Way} Way */
/** @typedef {import('./server.mjs').Recipe} Recipe */

const VERSION = '4.1.1';
const JVM = ['-Xms64m', '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Dlog4j2.level=WARN'];

/** @type {Way} */
const installed = {
  data: 'kafka',
  lacks: () => {
    const libraries = installedLibraries();
    if (libraries.length === 0) return ['KAFKA_HOME does not name an installed Kafka.'];
    return tools.java.found() ? [] : [missing(tools.java)];
  },
  prepare: (home, port) => formatAndRun(home, port, installedLibraries(), 'from KAFKA_HOME'),
};

/** @type {Way} */
const fetched = {
  data: 'kafka',
  lacks: (home) => {
    const needed = fetchedLibraries(home).length > 0 ? [tools.java] : [tools.java, tools.maven];
    return needed.filter((tool) => !tool.found()).map(missing);
  },
  prepare: async (home, port) => {
    if (fetchedLibraries(home).length === 0) {
      mkdirSync(join(home.fetched, `kafka-${VERSION}`), { recursive: true });
      const pom = join(repository, 'infra/kafka/pom.xml');
      const goal = ['dependency:build-classpath', `-Dmdep.outputFile=${classpathFile(home)}`];
      await runLogged(home, 'fetch-kafka', 'mvn', ['-B', '-f', pom, ...goal]);
    }
    return formatAndRun(home, port, fetchedLibraries(home), 'from Maven');
  },
};

/** @type {Way} */
const docker = {
  data: 'kafka-docker',
  lacks: dockerLacks,
  prepare: async (home, port) => {
    const settings = { ...kafkaProperties(port, port + 1, '/data', '0.0.0.0') };
    const env = Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [`KAFKA_${key.replaceAll('.', '_').toUpperCase()}`, value]),
    );
    const data = join(home.data, 'kafka-docker');
    mkdirSync(data, { recursive: true });
    const run = dockerRun({ name: 'kafka', image: `apache/kafka:${VERSION}`, port, data, env });
    return { implementation: `Apache Kafka ${VERSION} (Docker)`, ...run };
  },
};

/** @type {import('./server.mjs').Server} */
export const kafka = {
  name: 'kafka',
  title: 'Kafka',
  variable: 'KAFKA_BROKERS',
  port: PORTS.kafka,
  // The next one is its controller's.
  neighbours: 2,
  urlAt: (port) => `${HOST}:${port}`,
  answers: answersAsKafka,
  ways: [installed, fetched, docker],
};

/**
 * @param {Home} home
 * @param {number} port
 * @param {string[]} libraries
 * @param {string} origin
 * @returns {Promise<Recipe>}
 */
async function formatAndRun(home, port, libraries, origin) {
  const data = join(home.data, 'kafka');
  const settings = join(home.run, 'kafka.properties');
  const lines = Object.entries(kafkaProperties(port, port + 1, data)).map(([key, value]) => `${key}=${value}`);
  writeFileSync(settings, `${lines.join('\n')}\n`);
  const java = [...JVM, '-cp', libraries.join(delimiter)];
  if (!existsSync(join(data, 'meta.properties'))) {
    const format = ['kafka.tools.StorageTool', 'format', '-t', clusterId(), '-c', settings, '-g'];
    await runLogged(home, 'kafka-format', 'java', [...java, ...format]);
  }
  const version = libraries.join(' ').match(/kafka-clients-([\d.]+)\.jar/)?.[1] ?? '';
  return {
    implementation: `Apache Kafka ${version} (${origin})`,
    command: 'java',
    args: [...java, 'kafka.Kafka', settings],
  };
}

/** @returns {string} 22 characters; the tool takes one that starts with a dash for an option */
function clusterId() {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? clusterId() : id;
}

/** @param {Home} home */
function classpathFile(home) {
  return join(home.fetched, `kafka-${VERSION}`, 'classpath.txt');
}

/**
 * @param {Home} home
 * @returns {string[]} none when not fetched, or when Maven's own store was emptied since
 */
function fetchedLibraries(home) {
  if (!existsSync(classpathFile(home))) return [];
  const libraries = readFileSync(classpathFile(home), 'utf8').trim().split(delimiter);
  return libraries.every((path) => existsSync(path)) ? libraries : [];
}

function installedLibraries() {
  const folder = process.env.KAFKA_HOME ? join(process.env.KAFKA_HOME, 'libs') : undefined;
  if (folder === undefined || !existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jar'))
    .map((name) => join(folder, name));
}
