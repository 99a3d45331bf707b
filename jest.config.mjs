const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target: 'es2023',
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
];

// Packages published only as ES modules; jest runs tests as CommonJS and has to translate them.
const esModulesOnly = ['jose', 'ulid', 'pinyin-pro', 'csv-parse'];

const services =
  'street-office|enterprise-registration|activity-coverage|branch-formation|follow-ups|dashboards|gateway';

const project = (level) => ({
  displayName: level,
  testEnvironment: 'node',
  roots: ['<rootDir>/packages', '<rootDir>/services', '<rootDir>/e2e', '<rootDir>/infra'],
  testMatch: [`**/src/**/*.${level}.test.ts`, `**/src/**/*.${level}.test.tsx`, `**/infra/**/*.${level}.test.mjs`],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json', 'node'],
  modulePathIgnorePatterns: ['/dist/'],
  transform: { '^.+\\.(t|j|mj)sx?$': swc },
  transformIgnorePatterns: [`/node_modules/\\.pnpm/(?!(${esModulesOnly.join('|')})@)`],
  moduleNameMapper: {
    [`^@qucheng/(${services})$`]: '<rootDir>/services/$1/src/service.ts',
    '^@qucheng/([^/]+)$': '<rootDir>/packages/$1/src/index.ts',
    '^@qucheng/([^/]+)/([^/]+)$': '<rootDir>/packages/$1/src/$2.ts',
  },
});

export default {
  projects: [project('unit'), project('int'), project('e2e'), project('browser')],
  testTimeout: 30_000,
};
