import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const processEnvironment = {
  object: 'process',
  property: 'env',
  message: 'Settings come in through config.ts; everybody else gets them as an argument.',
};

/** One program for everything but the front: with one per package, each computes zod's and mongoose's types once more. */
const onceForAll = ['./tsconfig.lint.json', './services/web/tsconfig.json'];

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.qucheng/', 'coverage/', '**/*.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: onceForAll, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // We have no enums (erasableSyntaxOnly), and looking for them took a sixth of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // Numbers in a text are what they look like.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // express 5 and Node's emitters take handlers that return promises and forward what they reject with.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Spread by code points is what names with rare characters need.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
      // mongoose and the broker client describe their options as classes nobody constructs.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', package: 'mongodb', name: 'createIndex' }] },
      ],
      // Factories give out plain objects of closures; none of their functions knows `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Cleaning what people paste means naming control characters.
      'no-control-regex': 'off',
      'no-restricted-properties': ['error', processEnvironment],
    },
  },
  {
    files: ['**/config.ts', '**/vite.config.ts', '**/*.test.ts', 'packages/testing/**', 'bench/**', 'e2e/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', '**/testing/**', 'e2e/**', 'bench/**'],
    rules: {
      // A test that reads a place which is not there fails, which is what it is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['services/web/**'],
    languageOptions: { globals: globals.browser },
    extends: [reactHooks.configs.flat.recommended],
  },
  { files: ['**/*.mjs'], languageOptions: { globals: { ...globals.node, ...globals.jest } } },
);
