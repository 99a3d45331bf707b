import { FileRefused } from '../file-refused.ts';
import type { FileLimits } from '../limits.ts';
import { openArchive } from './open-archive.ts';
import type { Archive } from './open-archive.ts';
import { parseXml } from './parse-xml.ts';
import { readSheet } from './read-sheet.ts';
import type { Sheet, Workbook } from './sheet.ts';

/** Reads the visible sheets of a workbook, one entry after the other, never more than the limits allow. */
export async function readXlsx(bytes: Buffer, limits: FileLimits): Promise<Workbook> {
  const archive = await openArchive(bytes, limits);
  if (!archive.has('xl/workbook.xml')) throw new FileRefused('file-not-a-table');
  const listed = await visibleSheets(archive);
  const paths = await relationships(archive);
  const strings = await sharedStrings(archive);
  const sheets: Sheet[] = [];
  let rowsLeft = limits.rows;
  for (const { name, relation } of listed) {
    const path = paths.get(relation);
    if (path === undefined || !archive.has(path)) continue; // a chart sheet has no cells
    const sheet = await readSheet(name, archive.read(path), strings, rowsLeft);
    rowsLeft -= sheet.rows.length;
    sheets.push(sheet);
  }
  return { format: 'xlsx', sheets };
}

async function visibleSheets(archive: Archive): Promise<{ name: string; relation: string }[]> {
  const sheets: { name: string; relation: string }[] = [];
  await parseXml(archive.read('xl/workbook.xml'), {
    open: (tag, attributes) => {
      if (tag !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const relation = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
      if (relation !== undefined) sheets.push({ name: attributes['name'] ?? '', relation });
    },
  });
  return sheets;
}

async function relationships(archive: Archive): Promise<Map<string, string>> {
  const paths = new Map<string, string>();
  const path = 'xl/_rels/workbook.xml.rels';
  if (!archive.has(path)) throw new FileRefused('file-damaged');
  await parseXml(archive.read(path), {
    open: (tag, { Id, Target }) => {
      if (tag !== 'Relationship' || Id === undefined || Target === undefined) return;
      paths.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return paths;
}

async function sharedStrings(archive: Archive): Promise<string[]> {
  const strings: string[] = [];
  if (!archive.has('xl/sharedStrings.xml')) return strings;
  let current = '';
  let inText = false;
  let inPhonetic = false;
  await parseXml(archive.read('xl/sharedStrings.xml'), {
    open: (tag) => {
      if (tag === 'si') current = '';
      if (tag === 'rPh') inPhonetic = true; // reading aids above the characters are not part of the text
      if (tag === 't') inText = !inPhonetic;
    },
    text: (text) => {
      if (inText) current += text;
    },
    close: (tag) => {
      if (tag === 't') inText = false;
      if (tag === 'rPh') inPhonetic = false;
      if (tag === 'si') strings.push(current);
    },
  });
  return strings;
}
