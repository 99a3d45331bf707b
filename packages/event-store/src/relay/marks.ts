import type { Place, WriterDocument } from '../collections.ts';
import type { Watermark, Writers } from './writers.ts';

/** What is known of the other writers' watermarks. They only ever grow, so what was seen stays true. */
export interface Marks {
  /** True when the commit at this place is known to be published. */
  reached(place: Place): boolean;
  /** Asks the database again. A writer without a document left nothing behind. */
  refresh(writer: string): Promise<WriterDocument | undefined>;
}

export function createMarks(writers: Writers): Marks {
  const known = new Map<string, Watermark>();
  return {
    reached: ({ writer, seq }) => {
      const mark = known.get(writer);
      return mark !== undefined && seq <= mark.published && !mark.doubtful.includes(seq);
    },
    refresh: async (writer) => {
      const document = await writers.find(writer);
      known.set(writer, document ?? { published: Infinity, doubtful: [] });
      return document;
    },
  };
}
