import { z } from 'zod';

/** The road of a firm, in order. Guards of each stage: branch-formation. */
export const STAGES = [
  'surveyed',
  'visited',
  'activityCovered',
  'liaisonNamed',
  'rosterVerified',
  'ready',
  'applied',
  'approved',
  'elected',
  'formed',
  'operating',
] as const;

export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;

/** Stages no firm may skip; activity coverage and the liaison may come earlier or later. */
export const MUST_STAGES: readonly Stage[] = [
  'surveyed',
  'visited',
  'rosterVerified',
  'ready',
  'applied',
  'approved',
  'elected',
];

export const Route = z.enum(['solo', 'joint', 'developFirst', 'general', 'committee', 'temporary']);
export type Route = z.infer<typeof Route>;

/** Where a rule comes from: shown wherever the rule applies. */
export const RuleRef = z.strictObject({ key: z.string(), text: z.string(), source: z.string(), version: z.string() });
export type RuleRef = z.infer<typeof RuleRef>;

/**
 * One thing that is missing. `code` is stable and has its label in the language catalogues of the web;
 * `have`/`need` where it can be counted; `action` names the one next action that supplies it.
 */
export const MissingItem = z.strictObject({
  code: z.string(),
  stage: Stage.optional(),
  have: z.number().optional(),
  need: z.number().optional(),
  field: z.string().optional(),
  rule: RuleRef.optional(),
  action: z.string().optional(),
});
export type MissingItem = z.infer<typeof MissingItem>;
