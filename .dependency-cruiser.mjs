const services =
  'street-office|enterprise-registration|activity-coverage|branch-formation|follow-ups|dashboards|gateway|web';
const tests = '\\.test\\.tsx?$|/testing/';

/** Only these places may use a library; its types may be named anywhere. */
const only = (library, places, comment) => ({
  name: `${library}-only-where-it-belongs`,
  severity: 'error',
  comment,
  from: { pathNot: [...places, tests] },
  to: { path: `/node_modules/${library}/|^${library}$`, dependencyTypesNot: ['type-only'] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-service-imports-another',
      severity: 'error',
      comment: 'Services know each other only through contracts.',
      from: { path: `^services/(${services})/` },
      to: { path: `^services/(${services})/`, pathNot: '^services/$1/' },
    },
    {
      name: 'packages-never-import-services',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(services|e2e|bench)/' },
    },
    {
      name: 'contracts-stand-alone',
      severity: 'error',
      comment: 'Everybody depends on contracts, so contracts depend on nobody.',
      from: { path: '^packages/contracts/' },
      to: { path: '^packages/(?!contracts/)' },
    },
    {
      name: 'testing-stays-in-tests',
      severity: 'error',
      from: { path: '^(packages|services)/', pathNot: [tests, '^packages/testing/'] },
      to: { path: '^packages/testing/' },
    },
    only('kafkajs', ['^packages/(messaging|testing)/', '^bench/'], 'Another client can take its place.'),
    only(
      'bullmq',
      ['^services/follow-ups/', '^services/enterprise-registration/src/import-'],
      'Redis keeps due work, never truth.',
    ),
    only(
      'mongoose',
      [
        '^packages/(event-store|testing|service-kit/src/(frame|projections))/',
        '-store\\.ts$',
        '/(service|connection|schema|collections)\\.ts$',
        '^bench/',
      ],
      'Rules know nothing of the database.',
    ),
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '\\.test\\.', '/(types|main)\\.ts$', '^bench/src/commands/', 'vite\\.config\\.ts$'],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/|/node_modules/\\.cache/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
  },
};
