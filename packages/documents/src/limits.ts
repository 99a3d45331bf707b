/** How much of a file is read before it is refused. Bytes unless said otherwise. */
export interface FileLimits {
  readonly size: number;
  readonly entries: number;
  /** Over all entries, declared as well as counted while reading. */
  readonly inflated: number;
  /** Inflated to packed size of one entry; only looked at beyond `ratioFloor`, small entries pack well by nature. */
  readonly ratio: number;
  readonly ratioFloor: number;
  readonly rows: number;
}

const MEGABYTE = 1024 * 1024;

export const FILE_LIMITS: FileLimits = {
  size: 20 * MEGABYTE,
  entries: 200,
  inflated: 100 * MEGABYTE,
  ratio: 100,
  ratioFloor: 4 * MEGABYTE,
  rows: 100_000,
};
