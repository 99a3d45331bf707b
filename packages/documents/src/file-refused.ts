/** Why a file is not read. Codes are stable; their texts live with whoever shows them. */
export type FileRefusal =
  | 'file-empty'
  | 'file-too-large'
  | 'file-encrypted'
  | 'file-old-format'
  | 'file-not-a-table'
  | 'file-damaged'
  | 'file-too-many-entries'
  | 'file-inflates-too-far'
  | 'file-nested-archive'
  | 'file-too-many-rows'
  | 'file-unknown-encoding'
  | 'file-takes-too-long';

/** A file that is not read, and why. Nothing of the file is kept. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly code: FileRefusal;
  constructor(code: FileRefusal, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
