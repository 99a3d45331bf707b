// @ts-check

/**
 * @param {unknown} error
 * @param {string} code of the system, such as EEXIST
 * @returns {boolean}
 */
export function hasCode(error, code) {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
