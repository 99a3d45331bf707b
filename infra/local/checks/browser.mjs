// @ts-check
import { existsSync } from 'node:fs';
import { findOnPath } from '../servers/tools.mjs';

export const BROWSER_HINT = 'No browser for the browser tests; get one with: apt-get install chromium fonts-noto-cjk';

/** @returns {string | undefined} path of a Chromium the browser tests can drive */
export function browser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && existsSync(named)) return named;
  return findOnPath('chromium') ?? findOnPath('chromium-browser') ?? findOnPath('google-chrome');
}
