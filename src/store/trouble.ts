import { StudyError } from './schema.js';

/** What the two drivers say, by SQLite's own words (https://www.sqlite.org/rescode.html), and what a user can do. */
const TROUBLES: readonly (readonly [words: RegExp, what: string, mend: string, isDamage: boolean])[] = [
  [
    /SQLITE_CORRUPT|SQLITE_NOTADB|malformed|not a database/i,
    'is damaged',
    'lexatlas run --check sets the damaged file aside and makes the study anew from the corpus; codings by hand that can still be read are kept.',
    true,
  ],
  [
    /SQLITE_FULL|disk is full|ENOSPC/i,
    'cannot be written: the disk is full',
    'Free some space and run again: what was finished is kept.',
    false,
  ],
  [
    /SQLITE_READONLY|SQLITE_CANTOPEN|readonly database|unable to open|EACCES|EROFS|EPERM/i,
    'cannot be written: the folder or file is read-only',
    'Allow writing there, or name another folder with --study.',
    false,
  ],
  [
    /SQLITE_IOERR|disk I\/O error|EIO|EFBIG/i,
    'cannot be read or written: the disk fails, or is full',
    'Look at the disk; then run again: what was finished is kept.',
    false,
  ],
];

/** The study's database or folder cannot be used: the disk is full, nobody may write there, or it is damaged. */
export class StoreTrouble extends StudyError {
  constructor(
    message: string,
    mend: string,
    /** The file holds something else than was written: it must be made anew. */
    readonly isDamage: boolean,
  ) {
    super(message, mend);
    this.name = 'StoreTrouble';
  }
}

/** The error in words of the study where it is one that disks and damage cause; else the error itself. */
export function troubleOf(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || error instanceof StudyError) return error;
  const said = `${'code' in error ? String(error.code) : ''} ${error.message}`;
  const known = TROUBLES.find(([words]) => words.test(said));
  if (known === undefined) return error;
  const [, what, mend, isDamage] = known;
  return new StoreTrouble(`The study in ${file} ${what} (${error.message}).`, mend, isDamage);
}
