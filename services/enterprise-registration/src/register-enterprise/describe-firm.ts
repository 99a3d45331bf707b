import type { RegisterEnterprise } from '@qucheng/contracts';
import type { EnterpriseFacts } from '../enterprise/enterprise.ts';
import { UNKNOWN_HEADCOUNTS } from '../enterprise/enterprise.ts';
import { readCreditCode } from '../enterprise/credit-code.ts';
import type { CodeProblem } from '../enterprise/credit-code.ts';
import { matchIndustry } from '../industry/match-industry.ts';

/** The facts of a firm somebody typed, or what is wrong with its credit code. */
export function describeFirm(typed: RegisterEnterprise): { facts: EnterpriseFacts } | { problem: CodeProblem } {
  const written = readCreditCode(typed.creditCode ?? '');
  if (written.kind === 'bad') return { problem: written.problem };
  const industry = typed.industry ?? null;
  return {
    facts: {
      creditCode: written.kind === 'code' ? written.code : null,
      noCodeReason: written.kind === 'code' ? null : (typed.noCodeReason ?? written.reason),
      name: typed.name,
      industry,
      ...matchIndustry(industry),
      communityId: typed.communityId ?? null,
      address: typed.address ?? null,
      building: typed.building ?? null,
      aboveScale: typed.aboveScale ?? null,
      headcounts: typed.headcounts ?? UNKNOWN_HEADCOUNTS,
    },
  };
}
