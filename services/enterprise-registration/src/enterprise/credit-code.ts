import type { NoCodeReason } from '@qucheng/contracts';
import type { z } from 'zod';
import { toHalfWidth } from '@qucheng/documents';

type Reason = z.infer<typeof NoCodeReason>;

/** What was written where a credit code belongs. Codes of problems and warnings have their texts in messages.ts. */
export type WrittenCode =
  | { readonly kind: 'code'; readonly code: string; readonly warning?: 'code-letters' | 'code-pilot' }
  | { readonly kind: 'none'; readonly reason: Reason }
  | { readonly kind: 'bad'; readonly problem: CodeProblem };

export type CodeProblem =
  'code-digit' | 'code-length' | 'code-characters' | 'code-invalid' | 'code-organisation' | 'code-registration-number';

/** GB 32100-2015: the 31 characters of the code (no I, O, S, V, Z) and the weights of the first 17 places. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Registering department, kind, six digits of division, nine of the organisation, check character. */
const SHAPE = /^[1-9ANY][1-9]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** Xiamen issued codes before the standard; their check character is not the standard's. */
const PILOTS = /^9\d3502\d\dM0000/;

const PLACEHOLDERS: readonly (readonly [RegExp, Reason])[] = [
  [/办理|申请|申办|待办|在办/, 'applying'],
  [/个体|无照|无执照/, 'individual'],
  [/分公司|分支|门店|总公司/, 'branchOffice'],
  [/^([-—–_/\\.。、?？*]+|n\/?a|null|无|没有|暂无|暂缺|不详|未知|待补|空)?$/i, 'unknown'],
];

/** Reads a unified social credit code as people write it: full-width, lower case, blanks, O for 0 and I for 1. */
export function readCreditCode(text: string): WrittenCode {
  const written = toHalfWidth(text).replace(/\s+/g, '').toUpperCase();
  const placeholder = PLACEHOLDERS.find(([pattern]) => pattern.test(written));
  if (placeholder !== undefined) return { kind: 'none', reason: placeholder[1] };
  const code = written.replace(/O/g, '0').replace(/I/g, '1');
  if (code.length !== 18) return { kind: 'bad', problem: problemOfLength(written) };
  if (!SHAPE.test(code)) return { kind: 'bad', problem: isJunk(code) ? 'code-invalid' : 'code-characters' };
  if (isJunk(code)) return { kind: 'bad', problem: 'code-invalid' };
  if (checkCharacter(code) === code.at(17)) {
    return code === written ? { kind: 'code', code } : { kind: 'code', code, warning: 'code-letters' };
  }
  return PILOTS.test(code) ? { kind: 'code', code, warning: 'code-pilot' } : { kind: 'bad', problem: 'code-digit' };
}

/** The check character of the first 17 places. Remainder 0 gives 0; libraries that forget it refuse one code in 31. */
function checkCharacter(code: string): string | undefined {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * CHARACTERS.indexOf(code.charAt(place)), 0);
  return CHARACTERS[(31 - (sum % 31)) % 31];
}

function isJunk(code: string): boolean {
  return /^(.)\1{17}$/.test(code) || /^..0{6}/.test(code);
}

function problemOfLength(written: string): CodeProblem {
  if (/^[0-9A-Z]{8}-?[0-9X]$/.test(written)) return 'code-organisation';
  return /^\d{13,15}$/.test(written) ? 'code-registration-number' : 'code-length';
}
