export type StorageErrorCode =
  | 'already_running'
  | 'binaries_missing'
  | 'database_missing'
  | 'database_newer'
  | 'database_not_ours'
  | 'embedded_failed'
  | 'file_unusable'
  | 'migration_changed'
  | 'migration_failed'
  | 'migrations_missing'
  | 'not_empty'
  | 'wrong_version';

/** An expected failure below the domain: one line for whoever started the program, in both languages. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;
  readonly text: { en: string; zh: string };

  constructor(code: StorageErrorCode, text: { en: string; zh: string }, options?: ErrorOptions) {
    super(text.en, options);
    this.name = 'StorageError';
    this.code = code;
    this.text = text;
  }
}
