import type { Socket } from 'node:net';

const SIZE_BYTES = 4;

/**
 * Makes a socket hand over each answer of the broker in one piece, and never a part of one.
 *
 * kafkajs 2.2.4 keeps the part of an answer that came before a connection was cut and puts what the next connection
 * brings behind it. From then on it takes bytes from the middle of answers for their sizes: every request on that
 * connection times out, and the member is silent for minutes.
 */
export function passWholeAnswers(socket: Socket): void {
  const emit = socket.emit.bind(socket);
  const take = cutIntoAnswers((answer) => emit('data', answer));
  // The only way in for TCP and TLS alike that leaves the socket a Socket, which kafkajs' types ask for.
  socket.emit = (event: string | symbol, ...details: unknown[]): boolean => {
    const [bytes] = details;
    if (event !== 'data' || !Buffer.isBuffer(bytes)) return emit(event, ...details);
    take(bytes);
    return true;
  };
}

/** Calls `pass` with one answer at a time: four bytes of size (big endian), then as many bytes. */
export function cutIntoAnswers(pass: (answer: Buffer) => void): (bytes: Buffer) => void {
  let chunks: Buffer[] = [];
  let held = 0;
  let needed = SIZE_BYTES;
  return (bytes) => {
    chunks.push(bytes);
    held += bytes.length;
    while (held >= needed) {
      const [first] = chunks;
      const all = first !== undefined && first.length === held ? first : Buffer.concat(chunks);
      // Unsigned: a size below zero is none, and as a huge one it ends with the time limit of the request.
      const size = SIZE_BYTES + all.readUInt32BE(0);
      const whole = all.length >= size;
      if (whole) pass(all.subarray(0, size));
      const rest = whole ? all.subarray(size) : all;
      chunks = rest.length === 0 ? [] : [rest];
      held = rest.length;
      needed = whole ? SIZE_BYTES : size;
    }
  };
}
