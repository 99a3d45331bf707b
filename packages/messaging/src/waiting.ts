export const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Between half of `ms` and one and a half: many consumers that failed together do not return together. */
export const withJitter = (ms: number): number => ms * (0.5 + Math.random());

/** The promise's value, or an Error that says what took too long. The work itself goes on unobserved. */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Repeats `work` until it succeeds; after `ms` the last error is thrown, and at once when `until` says so. */
export async function persist<T>(ms: number, work: () => Promise<T>, given: { stop?: () => boolean } = {}): Promise<T> {
  const deadline = Date.now() + ms;
  for (let pause = 100; ; pause = Math.min(pause * 2, 2_000)) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() + pause > deadline || given.stop?.() === true) throw error;
      await delay(withJitter(pause));
    }
  }
}
