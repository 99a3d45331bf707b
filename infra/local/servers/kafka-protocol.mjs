// @ts-check
import { ask, orNo } from './ask.mjs';

/** @typedef {import('./ask.mjs').Address} Address */

const API_VERSIONS = 18;
const METADATA = 3;

/**
 * @param {Address} address
 * @returns {Promise<boolean>} whether a Kafka broker answers there and knows at least one broker of its cluster
 */
export async function answersAsKafka(address) {
  return (await orNo(speaksKafka(address))) && (await orNo(knowsBrokers(address)));
}

/** @param {Address} address */
async function speaksKafka(address) {
  const answer = await ask(address, request(API_VERSIONS, 0, Buffer.alloc(0)), isWhole);
  return answer.readInt32BE(4) === 1 && answer.readInt16BE(8) === 0;
}

/** @param {Address} address */
async function knowsBrokers(address) {
  const noTopics = Buffer.alloc(4);
  const answer = await ask(address, request(METADATA, 1, noTopics), isWhole);
  return answer.readInt32BE(8) >= 1;
}

/**
 * @param {number} key
 * @param {number} version
 * @param {Buffer} body
 */
function request(key, version, body) {
  const client = Buffer.from('qucheng-probe');
  const head = Buffer.alloc(14);
  head.writeInt32BE(10 + client.length + body.length, 0);
  head.writeInt16BE(key, 4);
  head.writeInt16BE(version, 6);
  head.writeInt32BE(1, 8); // correlation id, repeated in the answer
  head.writeInt16BE(client.length, 12);
  return Buffer.concat([head, client, body]);
}

/** @param {Buffer} answer */
function isWhole(answer) {
  return answer.length >= 4 && answer.length >= 4 + answer.readInt32BE(0);
}
