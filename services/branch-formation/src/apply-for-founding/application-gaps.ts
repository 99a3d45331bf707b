import type { MissingItem } from '@qucheng/contracts';
import type { Rules } from '@qucheng/service-kit';
import type { Formation } from '../formation/formation.ts';
import { item, itemsWhere } from '../formation/item.ts';
import { employeeOf, mayStand } from '../formation/people.ts';
import { ROUTES, missingToApply } from '../formation/routes.ts';
import { WRITTEN } from '../formation/written-rules.ts';
import type { ApplyForFounding } from './apply-for-founding.ts';

const action = { action: 'apply' } as const;

/** What the paper itself still lacks, once the firm is ready. */
export function missingInApplication(
  paper: ApplyForFounding,
  formation: Formation,
  rules: Rules,
  today: string,
): MissingItem[] {
  const ownForm = formation.route && ROUTES[formation.route.route].form;
  return [
    ...missingToApply(formation, rules, today),
    ...itemsWhere(
      [
        paper.form !== null && paper.form !== ownForm,
        () => item('form', 'applied', WRITTEN.routes, { field: 'form', ...action }),
      ],
      [paper.reason === null, () => item('reason', 'applied', WRITTEN.application, { field: 'reason', ...action })],
      [
        paper.candidates.filter(({ post }) => post === 'secretary').length !== 1,
        () => item('secretaryCandidate', 'applied', WRITTEN.application, { field: 'candidates', ...action }),
      ],
      [!paper.sealed, () => item('seal', 'applied', WRITTEN.application, { field: 'sealed', ...action })],
      // null: the firm has no Party body to copy to.
      [
        paper.copiedToPartyBody === false,
        () => item('partyBodyCopy', 'applied', WRITTEN.application, { field: 'copiedToPartyBody', ...action }),
      ],
    ),
    ...paper.candidates.flatMap(({ personId }, index) => {
      const field = `candidates[${String(index)}]`;
      const person = employeeOf(formation, personId);
      const named = paper.candidates.findIndex((other) => other.personId === personId);
      return itemsWhere(
        [named !== index, () => item('candidateOnce', 'applied', WRITTEN.candidates, { field, ...action })],
        [person === undefined, () => item('candidateInRoster', 'applied', WRITTEN.candidates, { field, ...action })],
        [
          person !== undefined && !mayStand(person),
          () => item('candidateMember', 'applied', WRITTEN.candidates, { field, action: 'verify-members' }),
        ],
      );
    }),
  ];
}
