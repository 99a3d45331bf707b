// @ts-check

/**
 * What keeps services small on an office's own machine, where they rest most of the day. A young generation of 16 MB grows
 * to its size in the first seconds and never shrinks; one of 2 MB is collected more often and costs no more in all. The
 * system's allocator would keep a store of its own for each of Node's threads. Measured: 904 MB before, 700 MB with both,
 * all processes at rest.
 * @param {string} [nodeOptions] what the user asks of Node
 */
export function smallMemory(nodeOptions = process.env.NODE_OPTIONS) {
  return {
    NODE_OPTIONS: ['--max-semi-space-size=2', nodeOptions].filter(Boolean).join(' '),
    MALLOC_ARENA_MAX: '1',
  };
}
