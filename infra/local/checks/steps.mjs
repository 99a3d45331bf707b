// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../home.mjs';

/**
 * One thing `npm test` looks at. A jest step counts its tests, any other counts as one.
 * @typedef {object} Step
 * @property {string} name
 * @property {string[][]} commands for node, one after the other
 * @property {boolean} [jest]
 * @property {boolean} [servers] needs Kafka, MongoDB and Redis
 * @property {string[]} [after] steps that write what this one reads
 */

const tool = {
  tsc: 'node_modules/typescript/bin/tsc',
  eslint: 'node_modules/eslint/bin/eslint.js',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  knip: 'node_modules/knip/bin/knip.js',
  jest: 'node_modules/jest/bin/jest.js',
};

const WEB_TYPES = [tool.tsc, '--noEmit', '-p', 'services/web'];
const WEB_BUILD = ['infra/local/workspace/build-web.mjs'];
const hasWeb = existsSync(join(repository, 'services/web/index.html'));

/** Two lanes for two cores; inside a lane one step follows the other. @type {Step[][]} */
export const lanes = [
  [
    { name: 'types', commands: [[tool.tsc, '-b'], [tool.tsc, '-p', 'infra'], ...(hasWeb ? [WEB_TYPES] : [])] },
    ...(hasWeb ? [{ name: 'web', commands: [WEB_BUILD], after: ['types'] }] : []),
    {
      name: 'lint',
      // Types of other packages come from their built declarations.
      after: ['types'],
      commands: [[tool.eslint, '.', '--cache', '--cache-location', '.qucheng/eslint/', '--max-warnings', '0']],
    },
    {
      name: 'boundaries',
      commands: [[tool.depcruise, '--config', '.dependency-cruiser.mjs', 'packages', 'services', 'e2e', 'bench']],
    },
    { name: 'unused', commands: [[tool.knip]] },
  ],
  [
    { name: 'unit', jest: true, commands: [jest('unit', '--maxWorkers=2')] },
    { name: 'int', jest: true, servers: true, commands: [jest('int', '--runInBand')] },
    { name: 'e2e', jest: true, servers: true, commands: [jest('e2e', '--runInBand')], after: ['types', 'web'] },
    { name: 'browser', jest: true, servers: true, commands: [jest('browser', '--runInBand')], after: ['types', 'web'] },
  ],
];

/**
 * @param {string} project
 * @param {string} workers
 */
function jest(project, workers) {
  return [tool.jest, '--selectProjects', project, workers, '--forceExit'];
}
