import { crc32, deflateRawSync } from 'node:zlib';
import { FileRefused } from '../file-refused.ts';
import { readWorkbook } from './read-workbook.ts';

interface Part {
  readonly name: string;
  readonly content: Buffer;
  /** What the headers claim instead of the truth. */
  readonly claims?: { readonly size?: number; readonly flags?: number };
}

const WORKBOOK = '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>';
const RELATIONSHIPS = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>';

const workbookWith = (...parts: Part[]) =>
  zip([
    { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
    { name: 'xl/workbook.xml', content: Buffer.from(WORKBOOK) },
    { name: 'xl/_rels/workbook.xml.rels', content: Buffer.from(RELATIONSHIPS) },
    ...parts,
  ]);
const sheet = (content: Buffer | string, claims?: Part['claims']): Part => ({
  name: 'xl/worksheets/sheet1.xml',
  content: Buffer.from(content),
  ...(claims === undefined ? {} : { claims }),
});

describe('a hostile archive', () => {
  const cases: [string, () => Buffer, string][] = [
    ['inflates a thousandfold', () => workbookWith(sheet(Buffer.alloc(60_000_000, 0x20))), 'file-inflates-too-far'],
    [
      'declares more than the limit',
      () => workbookWith(sheet('<worksheet/>', { size: 4_000_000_000 })),
      'file-inflates-too-far',
    ],
    [
      'lies about its size to hide a bomb',
      () => workbookWith(sheet(Buffer.alloc(200_000_000, 0x20), { size: 1000 })),
      'file-damaged',
    ],
    [
      'spreads a bomb over many entries',
      () =>
        workbookWith(
          ...Array.from({ length: 36 }, (_, i) => ({ name: `xl/media/${String(i)}.bin`, content: noise(3_000_000) })),
        ),
      'file-inflates-too-far',
    ],
    [
      'has thousands of entries',
      () => zip(Array.from({ length: 5000 }, (_, i) => ({ name: `x${String(i)}`, content: Buffer.alloc(0) }))),
      'file-too-many-entries',
    ],
    [
      'carries another archive',
      () => workbookWith({ name: 'xl/embeddings/inner.zip', content: Buffer.from('PK') }),
      'file-nested-archive',
    ],
    ['is locked with a password', () => workbookWith(sheet('<worksheet/>', { flags: 1 })), 'file-encrypted'],
    ['is another kind of archive', () => zip([{ name: 'a.txt', content: Buffer.from('x') }]), 'file-not-a-table'],
    [
      'declares entities that multiply',
      () => workbookWith(sheet('<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><worksheet>&c;</worksheet>')),
      'file-damaged',
    ],
    ['is not XML inside', () => workbookWith(sheet('<worksheet><sheetData><row></worksheet>')), 'file-damaged'],
    [
      'has more rows than allowed',
      () =>
        workbookWith(
          sheet(`<worksheet><sheetData>${'<row><c t="n"><v>1</v></c></row>'.repeat(120_000)}</sheetData></worksheet>`),
        ),
      'file-too-many-rows',
    ],
  ];
  it.each(cases)('that %s is refused within two seconds', async (_, build, code) => {
    const bytes = build();
    const started = performance.now();
    const error: unknown = await readWorkbook(bytes).catch((reason: unknown) => reason);
    expect(error instanceof FileRefused ? error.code : error).toBe(code);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

/** Bytes that pack badly, so that the ratio alone would not give the bomb away. */
function noise(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let state = 7;
  for (let i = 0; i < size; i += 16) {
    state = (state * 1103515245 + 12345) % 2147483648;
    bytes.writeUInt16LE(state % 65536, i);
  }
  return bytes;
}

/** A zip writer that can lie. */
function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims = {} } of parts) {
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(claims.flags ?? 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims.size ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), fields, rest, Buffer.from(name)]));
    bodies.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, index, Buffer.from('504b0506', 'hex'), end]);
}
