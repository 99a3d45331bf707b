import type { IncomingMessage } from 'node:http';

export type Language = 'zh-Hans' | 'zh-Hant' | 'en';
export const LANGUAGES: readonly Language[] = ['zh-Hans', 'zh-Hant', 'en'];

/** Chinese is written in traditional characters where the tag says so or by the region's habit. */
const TRADITIONAL = /^zh-(?:hant|tw|hk|mo)(?:-|$)/;

const known = new Map<string, Language>();
const KNOWN_LIMIT = 500;

/** The reader's language by Accept-Language; zh-Hans when nothing fits. */
export function languageOf(req: IncomingMessage): Language {
  const header = req.headers['accept-language'];
  if (header === undefined) return 'zh-Hans';
  let language = known.get(header);
  if (language === undefined) {
    language = negotiate(header);
    if (known.size >= KNOWN_LIMIT) known.clear();
    known.set(header, language);
  }
  return language;
}

function negotiate(header: string): Language {
  const wishes = header
    .split(',', 20)
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find((text) => text !== undefined);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);
  for (const { tag } of wishes) {
    if (TRADITIONAL.test(tag)) return 'zh-Hant';
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-Hans';
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
  }
  return 'zh-Hans';
}
