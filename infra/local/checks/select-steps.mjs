// @ts-check
import { Refusal } from '../processes/one-supervisor.mjs';
import { lanes } from './steps.mjs';

/** @typedef {import('./steps.mjs').Step} Step */

/**
 * @param {string[]} args what followed `npm test --`
 * @returns {{ lanes: Step[][], match: string | undefined }}
 */
export function selectSteps(args) {
  const match = valueOf(args, '--match');
  const only = valueOf(args, '--only')?.split(',');
  const all = lanes.flat().map((step) => step.name);
  const unknown = only?.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new Refusal(`There is no step ${unknown}; the steps are ${all.join(', ')}.`);
  /** @param {Step} step */
  const wanted = (step) => (only ? only.includes(step.name) : match === undefined || step.jest === true);
  return { lanes: lanes.map((lane) => lane.filter(wanted)), match };
}

/**
 * @param {string[]} args
 * @param {string} option
 */
function valueOf(args, option) {
  const place = args.indexOf(option);
  return place === -1 ? undefined : args[place + 1];
}
