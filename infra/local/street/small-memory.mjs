// @ts-check

/**
 * What keeps services small on an office's own machine, where they rest most of the day. A young generation grows to its
 * size in the first seconds and never shrinks: of 16 MB by default, it holds 33 MB for good. At full load one of 4 MB costs
 * 8 % more CPU per command, one of 2 MB 25 %. The system's allocator would keep a store of its own for each of Node's
 * threads. Measured: 904 MB before, 705 MB with both, all processes at rest.
 * @param {string} [nodeOptions] what the user asks of Node
 */
export function smallMemory(nodeOptions = process.env.NODE_OPTIONS) {
  return {
    NODE_OPTIONS: ['--max-semi-space-size=4', nodeOptions].filter(Boolean).join(' '),
    MALLOC_ARENA_MAX: '1',
  };
}
