import type { BranchForm } from '../formation/routes.ts';

const FULL: Readonly<Record<BranchForm, string>> = {
  branch: '支部委员会',
  generalBranch: '总支部委员会',
  grassrootsCommittee: '委员会',
};
const SHORT: Readonly<Record<BranchForm, string>> = {
  branch: '团支部',
  generalBranch: '团总支',
  grassrootsCommittee: '团委',
};

export interface Area {
  /** Down to the district or county-level city, e.g. 无锡市梁溪区. */
  readonly district: string;
  readonly street: string;
}

/** Pattern of the national system: 中国共产主义青年团 + administrative area + company + 支部委员会. A suggestion to be read over. */
export const fullBranchName = (area: Area, company: string, form: BranchForm): string =>
  `中国共产主义青年团${areaName(area)}${company}${FULL[form]}`;

export const shortBranchName = (area: Area, company: string, form: BranchForm): string =>
  `${areaName(area)}${company}${SHORT[form]}`;

/** County-level cities omit the prefecture: 无锡市江阴市 is written 江阴市. */
const areaName = ({ district, street }: Area): string => district.replace(/[^省市]+市(?=[^省市区县]+市)/, '') + street;
