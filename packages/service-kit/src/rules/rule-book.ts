import type { Connection } from 'mongoose';
import type { EventOf, Rule, Rules } from '../types.ts';
import { DEFAULT_RULES } from './default-rules.ts';

interface RuleDocument extends Rule {
  /** `<streetId>/<key>/<from>/<version>` */
  readonly _id: string;
  readonly streetId: string;
}

export interface RuleBook {
  /** Thresholds of a street on a day. A key the street never set has its default. */
  rulesFor(streetId: string, day: string): Rules;
  /** Spread into the service's reactions. */
  readonly reactions: { readonly RuleVersionSet: (event: EventOf<'RuleVersionSet'>) => Promise<void> };
  /** Reads what is stored into memory. Call it in `beforeStart`. */
  load(): Promise<void>;
}

/** Another replica may have been the one to hear of a new setting: memory is read again after this long. */
const REREAD_MS = 30_000;

/** The dated settings of every street, kept from RuleVersionSet events: in memory for decisions, in MongoDB for the next start. */
export function createRuleBook({ connection }: { readonly connection: Connection }): RuleBook {
  const byStreet = new Map<string, Map<string, Rule[]>>();
  const collection = () => {
    if (connection.db === undefined) throw new Error('the rule book needs an open connection');
    return connection.db.collection<RuleDocument>('rules');
  };

  const keep = (streetId: string, rule: Rule): void => {
    const keys = byStreet.get(streetId) ?? new Map<string, Rule[]>();
    const others = (keys.get(rule.key) ?? []).filter(({ version }) => version !== rule.version);
    keys.set(rule.key, [...others, rule].sort(newestFirst));
    byStreet.set(streetId, keys);
  };

  let readAt = 0;
  const load = async (): Promise<void> => {
    readAt = Date.now();
    for (const { _id: _, streetId, ...rule } of await collection().find().toArray()) keep(streetId, rule);
  };

  return {
    load,
    reactions: {
      RuleVersionSet: async ({ streetid, data }) => {
        const _id = [streetid, data.key, data.from, data.version].join('/');
        await collection().replaceOne({ _id }, { ...data, streetId: streetid }, { upsert: true });
        keep(streetid, data);
      },
    },
    rulesFor: (streetId, day) => {
      // Decisions do not wait for it; when the database is away, what is known goes on holding.
      if (readAt > 0 && Date.now() - readAt > REREAD_MS) load().catch(() => undefined);
      return rulesOf(
        (key) =>
          byStreet
            .get(streetId)
            ?.get(key)
            ?.find(({ from }) => from <= day) ?? DEFAULTS.get(key),
      );
    },
  };
}

const DEFAULTS = new Map(DEFAULT_RULES.map((rule) => [rule.key, rule]));

function rulesOf(find: (key: string) => Rule | undefined): Rules {
  const rule = (key: string): Rule => {
    const found = find(key);
    if (found === undefined) throw new Error(`no rule is called ${key}`);
    return found;
  };
  return {
    number: (key) => {
      const { value } = rule(key);
      if (typeof value !== 'number') throw new Error(`the rule ${key} is no number`);
      return value;
    },
    ref: (key) => {
      const { text, source, version } = rule(key);
      return { key, text, source, version };
    },
    get version() {
      return DEFAULT_RULES.map(({ key }) => rule(key)).sort(newestFirst)[0]?.version ?? '';
    },
  };
}

/** Later days first; on one day the later setting, by the number at the end of its version. */
function newestFirst(one: Rule, other: Rule): number {
  if (one.from !== other.from) return one.from < other.from ? 1 : -1;
  return numberOf(other) - numberOf(one);
}

function numberOf({ version }: Rule): number {
  return Number(version.slice(version.lastIndexOf('#') + 1)) || 0;
}
