import type { Request, Response } from 'express';
import { MissingItem } from '@qucheng/contracts';
import type { Written } from '@qucheng/contracts';
import { isRefusal } from '@qucheng/event-store';
import type { Accepted, Outcome, Refusal } from '@qucheng/event-store';
import { edgeOf } from './edge.ts';
import { languageOf } from './language.ts';
import { textOf } from './messages.ts';
import { problem } from './problem.ts';

const STATUS = { rule: 422, absent: 404, conflict: 409 } as const;

/**
 * Answers an accepted command with 201 and what is needed to read one's own write (`written`), a refused one with its
 * problem: a rule says no 422, there is no such thing 404, somebody was faster 409.
 */
export function answer<Event>(
  req: Request,
  res: Response,
  { id, stream }: { readonly id: string; readonly stream: string },
  outcome: Outcome<Event>,
  extra?: (accepted: Accepted<Event>) => object,
): void {
  if (isRefusal(outcome)) throw refusalProblem(outcome);
  const written: Written = { id, version: outcome.version, written: `${stream}@${String(outcome.version)}` };
  res.status(201).json(extra === undefined ? written : { ...written, ...extra(outcome) });
}

/** A refusal as the problem to throw. */
export function refusalProblem({ code, kind, missing }: Refusal) {
  // Decisions of this house list MissingItems; anything else is a defect and shows as one in tests.
  return problem(STATUS[kind], code, missing.length === 0 ? {} : { missing: MissingItem.array().parse(missing) });
}

/** The text of a code in the reader's language, from this service's messages or the kit's; the code itself when there is none. */
export function labelOf(req: Request, code: string, values: Readonly<Record<string, unknown>> = {}): string {
  return textOf(edgeOf(req).messages, code, languageOf(req), values) ?? code;
}
