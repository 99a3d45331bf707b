// @ts-check
import { ask, orNo } from './ask.mjs';

/** @typedef {import('./ask.mjs').Address} Address */
/** @typedef {{ [key: string]: string | number | BsonObject | BsonObject[] }} BsonObject */

const OP_MSG = 2013;
/** Beside the databases of the services, which know nothing of homes. */
const MARKED_IN = 'qc_home';

/**
 * @param {Address} address
 * @returns {Promise<boolean>} whether a server of the MongoDB protocol answers there and takes writes
 */
export function answersAsMongo(address) {
  return orNo(runCommand(address, { hello: 1 }).then((answer) => isTrue(answer, 'isWritablePrimary')));
}

/**
 * Makes a fresh mongod a replica set of one, as transactions and change streams need.
 * @param {Address} address
 * @param {string} name
 * @returns {Promise<boolean>} whether the server answered at all; a set that exists already is fine
 */
export function initiateReplicaSet({ host, port }, name) {
  const members = [{ _id: 0, host: `${host}:${port}` }];
  return orNo(runCommand({ host, port }, { replSetInitiate: { _id: name, members } }).then(() => true));
}

const MARK = 'openedByKeys';

/**
 * Marks the data of a server as opened by these keys, unless it is marked already.
 * @param {Address} address
 * @param {string} keys what tells them from others
 * @returns {Promise<boolean>} false when other keys open the data
 */
export async function claimData(address, keys) {
  // When the mark is there already, its id is taken and this changes nothing.
  await runCommand(address, { insert: 'street', documents: [{ _id: MARK, [MARK]: keys }] }, MARKED_IN);
  const answer = await runCommand(address, { find: 'street', filter: { _id: MARK } }, MARKED_IN);
  return !answer.includes(cString(MARK)) || answer.includes(cString(keys));
}

/**
 * @param {Address} address
 * @param {BsonObject} command
 * @param {string} [database]
 */
function runCommand(address, command, database = 'admin') {
  const body = bsonDocument({ ...command, $db: database });
  const head = Buffer.alloc(21);
  head.writeInt32LE(21 + body.length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(OP_MSG, 12);
  return ask(address, Buffer.concat([head, body]), isWhole);
}

/** @param {Buffer} answer */
function isWhole(answer) {
  return answer.length >= 4 && answer.length >= answer.readInt32LE(0);
}

/**
 * @param {Buffer} answer
 * @param {string} field
 */
function isTrue(answer, field) {
  const boolean = 0x08;
  return answer.includes(Buffer.concat([Buffer.from([boolean]), cString(field), Buffer.from([1])]));
}

/**
 * The few BSON types the commands above need.
 * @param {BsonObject} fields
 * @returns {Buffer}
 */
function bsonDocument(fields) {
  const elements = Buffer.concat(Object.entries(fields).map(([name, value]) => bsonElement(name, value)));
  const size = Buffer.alloc(4);
  size.writeInt32LE(elements.length + 5);
  return Buffer.concat([size, elements, Buffer.from([0])]);
}

/**
 * @param {string} name
 * @param {BsonObject[string]} value
 */
function bsonElement(name, value) {
  if (typeof value === 'number') {
    const int32 = Buffer.alloc(4);
    int32.writeInt32LE(value);
    return Buffer.concat([Buffer.from([0x10]), cString(name), int32]);
  }
  if (typeof value === 'string') {
    const text = cString(value);
    const size = Buffer.alloc(4);
    size.writeInt32LE(text.length);
    return Buffer.concat([Buffer.from([0x02]), cString(name), size, text]);
  }
  const type = Array.isArray(value) ? 0x04 : 0x03;
  // An array is a document whose names are its places.
  return Buffer.concat([Buffer.from([type]), cString(name), bsonDocument(Object.fromEntries(Object.entries(value)))]);
}

/** @param {string} text */
function cString(text) {
  return Buffer.concat([Buffer.from(text), Buffer.from([0])]);
}
