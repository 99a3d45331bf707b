import type { EventData, MissingItem } from '@qucheng/contracts';
import type { Rules } from '@qucheng/service-kit';
import { rosterDate } from '../formation/evidence-guards.ts';
import type { Formation } from '../formation/formation.ts';
import { item, itemsWhere } from '../formation/item.ts';
import { ageIn, employeeOf, isPartyMember } from '../formation/people.ts';
import { foundingMembers } from '../formation/routes.ts';

/** What blocks nothing, yet should be known before somebody decides. */
export const warningsOf = (formation: Formation, rules: Rules, today: string): MissingItem[] => [
  ...candidateAges(formation.application?.candidates ?? [], formation, rules, today),
  ...(formation.branch === null ? [] : afterApproval(formation, rules, today)),
];

function candidateAges(
  candidates: EventData<'FoundingApplied'>['candidates'],
  formation: Formation,
  rules: Rules,
  today: string,
): MissingItem[] {
  const [leagueAge, mostAge] = [rules.number('candidate.maxAgeNonParty'), rules.number('candidate.maxAge')];
  return candidates.flatMap(({ personId }, index) => {
    const person = employeeOf(formation, personId);
    if (person === undefined) return [];
    const have = ageIn(today, person);
    const field = `candidates[${String(index)}]`;
    return itemsWhere(
      [
        have > leagueAge && !isPartyMember(person),
        () =>
          item('candidateOverLeagueAge', 'applied', rules.ref('candidate.maxAgeNonParty'), {
            have,
            need: leagueAge,
            field,
          }),
      ],
      [
        have > mostAge,
        () => item('candidateOverAge', 'applied', rules.ref('candidate.maxAge'), { have, need: mostAge, field }),
      ],
    );
  });
}

/** The reply sealed the evidence of its day; what changed since is told, not undone. */
function afterApproval(formation: Formation, rules: Rules, today: string): MissingItem[] {
  return [...rosterDate(formation, rules, today), ...foundingMembers(formation, rules, today)];
}
