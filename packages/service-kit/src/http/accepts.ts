import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { edgeOf } from './edge.ts';
import { fieldProblems } from './field-problems.ts';
import { languageOf } from './language.ts';
import { problem } from './problem.ts';
import { readJson } from './read-json.ts';
import { factsOf } from './request-facts.ts';

/** Reads the JSON body, checks it, and calls the handler with it: 400 malformed, 413, 415, 422 with the fields. */
export function accepts<Schema extends z.ZodType>(
  schema: Schema,
  handle: (req: Request, res: Response, command: z.output<Schema>) => Promise<void> | void,
): RequestHandler {
  return async (req, res) => {
    const { text, value } = await readJson(req);
    factsOf(req).bodyText = text;
    await handle(req, res, checked(req, schema, value));
  };
}

/** The query parameters, checked: 422 with the fields. A parameter given twice is a list and fits no text schema. */
export function queryOf<Schema extends z.ZodType>(req: Request, schema: Schema): z.output<Schema> {
  return checked(req, schema, req.query);
}

const ID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** A path parameter that is an id; what is no ULID cannot be there: 404. */
export function idOf(req: Request, parameter: string): string {
  const value = req.params[parameter];
  if (typeof value !== 'string' || !ID.test(value)) throw problem(404, 'not-found');
  return value;
}

function checked<Schema extends z.ZodType>(req: Request, schema: Schema, value: unknown): z.output<Schema> {
  // reportInput tells a missing field from one of the wrong type
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return read.data;
  throw problem(422, 'invalid-fields', {
    fields: fieldProblems(read.error.issues, edgeOf(req).messages, languageOf(req)),
  });
}
