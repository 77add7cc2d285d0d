/** The input was at fault: the message names what and where, `mend` what to do. Ends the command with exit code 1. */
export class InputError extends Error {
  constructor(
    message: string,
    readonly mend: string,
  ) {
    super(message);
    this.name = 'InputError';
  }
}

/** The command was used wrongly: as `InputError`, but ends with exit code 2. */
export class UsageError extends InputError {
  constructor(message: string, mend: string) {
    super(message, mend);
    this.name = 'UsageError';
  }
}

/** Returns what a user should read of an error: message and mend; the stack only with LEXATLAS_DEBUG. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return `lexatlas: ${String(error)}`;
  const mend = 'mend' in error && typeof error.mend === 'string' ? `\n  ${error.mend}` : '';
  const stack = process.env.LEXATLAS_DEBUG === undefined ? '' : `\n${error.stack ?? ''}`;
  return `lexatlas: ${error.message}${mend}${stack}`;
}
