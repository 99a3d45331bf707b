import { writeFileSync } from 'node:fs';
import { printFlow } from './print-flow.ts';

/** `npm run docs:flow`: writes docs/flow.md from the root of the repository. */
writeFileSync('docs/flow.md', printFlow());
