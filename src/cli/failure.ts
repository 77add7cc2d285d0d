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
  const mend = 'mend' in error && typeof error.mend === 'string' ? `\n  ${error.mend}` : mendOf(error);
  const stack = process.env.LEXATLAS_DEBUG === undefined ? '' : `\n${error.stack ?? ''}`;
  return `lexatlas: ${error.message}${mend}${stack}`;
}

/** What a user can do about what the system refuses. */
const SYSTEM_MENDS: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full: free some space and run again; what was finished is kept.',
  EACCES: 'Nobody may write or read there: change the permission, or name another folder.',
  EROFS: 'The disk is read-only: name another folder.',
  EPERM: 'The system forbids it: name another folder.',
  EMFILE: 'Too many files are open: raise the limit (ulimit -n) and run again.',
};

function mendOf(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  return Object.hasOwn(SYSTEM_MENDS, code) ? `\n  ${SYSTEM_MENDS[code]}` : '';
}

/** Rooms of third parties whose promises may fail after they have answered: the reader has told the trouble already. */
const AFTER_THE_ANSWER = /node_modules\/(?:pdfjs-dist|pdf-parse|hyparquet)\//;

/** Whether a promise that nobody waits for failed inside the reader of PDFs: damaged files make it do so, and a run must go on. */
export function isStray(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false;
  return AFTER_THE_ANSWER.test(reason.stack ?? '') || /^XRef\w*Exception$/.test(reason.name);
}
