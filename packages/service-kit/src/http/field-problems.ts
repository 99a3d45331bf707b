import type { z } from 'zod';
import type { Language } from './language.ts';
import { textOf } from './messages.ts';
import type { MessageCatalogue } from './messages.ts';
import type { ProblemField } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** What zod found, as fields of a problem: a path, a stable code, a message in the reader's language. */
export function fieldProblems(
  issues: readonly Issue[],
  catalogue: MessageCatalogue,
  language: Language,
): ProblemField[] {
  return issues.flatMap((issue) => {
    const { code, values } = codeOf(issue);
    const texts = [...howToWrite(issue), `field.${code}`, code];
    const [message = code] = texts.flatMap((text) => textOf(catalogue, text, language, values) ?? []);
    return pathsOf(issue).map((path) => ({ path, code, message }));
  });
}

/** Texts that tell how this very field is written: by its name where a service knows it, else by its kind. */
function howToWrite(issue: Issue): string[] {
  if (issue.code !== 'invalid_format') return [];
  return [String(issue.path.at(-1)), issue.format].map((which) => `field.wrong-format.${which}`);
}

function pathsOf(issue: Issue): string[] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [path.join('.')];
  return issue.keys.map((key) => [...path, key].join('.'));
}

function codeOf(issue: Issue): { code: string; values?: Record<string, unknown> } {
  switch (issue.code) {
    case 'invalid_type':
      return { code: issue.input === undefined ? 'required' : 'wrong-type' };
    case 'unrecognized_keys':
      return { code: 'unknown' };
    case 'too_small':
      // A text of at least one character is what people call a required field.
      return issue.origin === 'string' && issue.minimum === 1
        ? { code: 'required' }
        : { code: 'too-small', values: { need: Number(issue.minimum) } };
    case 'too_big':
      return { code: 'too-big', values: { need: Number(issue.maximum) } };
    case 'invalid_format':
      return { code: 'wrong-format' };
    case 'invalid_value':
      return { code: issue.input === undefined ? 'required' : 'not-allowed' };
    case 'custom':
      // Refinements of ours carry a message code as their message.
      return { code: /^[a-z]+(?:-[a-z]+)*$/.test(issue.message) ? issue.message : 'invalid' };
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return { code: 'invalid' };
  }
}
