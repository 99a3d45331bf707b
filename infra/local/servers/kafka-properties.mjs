// @ts-check
import { HOST } from './server.mjs';

/**
 * One broker that is its own controller, small enough to share a machine with everything else.
 * @param {number} port
 * @param {number} controllerPort
 * @param {string} data
 * @param {string} bind
 * @returns {Record<string, string>}
 */
export function kafkaProperties(port, controllerPort, data, bind = HOST) {
  return {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@${HOST}:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    listeners: `PLAINTEXT://${bind}:${port},CONTROLLER://${HOST}:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://${HOST}:${port}`,
    'log.dirs': data,
    'auto.create.topics.enable': 'false',
    'num.partitions': '1',
    'offsets.topic.num.partitions': '1',
    'offsets.topic.replication.factor': '1',
    'transaction.state.log.num.partitions': '1',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'group.initial.rebalance.delay.ms': '0',
    // A killed broker is let in again only when its former self is given up; the default is nine seconds.
    'broker.heartbeat.interval.ms': '1000',
    'broker.session.timeout.ms': '4000',
    // The default of 128 MB would be half of the heap.
    'log.cleaner.dedupe.buffer.size': '2097152',
  };
}
