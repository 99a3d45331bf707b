/** Says every kind of error once until all is well again: a server that is away says the same many times a second. */
export function tellOnce(say: (error: Error) => void): { error(error: Error): void; well(): void } {
  const said = new Set<string>();
  return {
    error: (error) => {
      if (said.has(error.message)) return;
      said.add(error.message);
      say(error);
    },
    well: () => {
      said.clear();
    },
  };
}
