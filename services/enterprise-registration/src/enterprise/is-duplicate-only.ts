/** An insertMany that failed for nothing but documents that were there already. */
export function isDuplicateOnly(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, writeErrors } = error as { code?: unknown; writeErrors?: unknown }; // the driver's bulk error
  if (!Array.isArray(writeErrors)) return code === 11000;
  return writeErrors.every((each) => (each as { code?: unknown }).code === 11000);
}
