import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { FileRefused } from '../file-refused.ts';

/** What a reader of XML wants to know. Names come without their namespace prefix. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Streams XML through the handlers. Document types are refused: no entity of a file is ever expanded. */
export async function parseXml(chunks: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  parser.on('doctype', () => {
    throw new FileRefused('file-damaged');
  });
  parser.on('error', (error) => {
    throw new FileRefused('file-damaged', { cause: error });
  });
  parser.on('opentag', ({ name, attributes }) => {
    handlers.open(localName(name), attributes);
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name }) => handlers.close?.(localName(name)));
  for await (const chunk of chunks) parser.write(decode(decoder, chunk));
  parser.write(decode(decoder)).close();
}

function decode(decoder: TextDecoder, chunk?: Buffer): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch (error) {
    throw new FileRefused('file-damaged', { cause: error });
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
