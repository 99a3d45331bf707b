// @ts-check
import { note } from '../run-supervised.mjs';
import { buildWeb } from './prepare.mjs';

/** Builds the web front unless nothing changed, as a start does: whatever starts a street afterwards finds it built. */
await buildWeb(note);
