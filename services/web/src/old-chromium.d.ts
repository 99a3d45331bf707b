/**
 * Office browsers start at Chromium 87. What the language brought later is kept out by `lib` in tsconfig.json; Node's
 * own types, which the tests need, bring this one back.
 */
interface Array<T> {
  /** @deprecated Chromium has it from 92 on. */
  at(index: number): T | undefined;
}
interface ReadonlyArray<T> {
  /** @deprecated Chromium has it from 92 on. */
  at(index: number): T | undefined;
}
interface String {
  /** @deprecated Chromium has it from 92 on. */
  at(index: number): string | undefined;
}
