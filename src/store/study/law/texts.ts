import type { Span } from '../../../model/index.js';
import type { Database } from '../../driver.js';
import { broken, checkSeal, sealOf } from '../../seal.js';

/** UTF-16 units in one row: most articles lie in one or two rows, and the rows of a long law stay few. */
const PART_LENGTH = 8192;

/** Writes an instrument's text in parts, so that an article can be read without its law. Runs inside a transaction. */
export function writeText(db: Database, instrument: string, text: string): void {
  for (let start = 0; start < text.length; ) {
    const finish = wholeCharacter(text, Math.min(text.length, start + PART_LENGTH));
    const part = [instrument, start, finish, text.slice(start, finish)];
    db.run('INSERT INTO text VALUES (?, ?, ?, ?, ?)', [...part, sealOf(part)]);
    start = finish;
  }
}

export function deleteText(db: Database, instrument: string): void {
  db.run('DELETE FROM text WHERE instrument = ?', [instrument]);
}

/**
 * The words of an instrument that hold a span, and the place in its text where they begin.
 * @throws StoreTrouble where they are not those that were written.
 */
export function readText(db: Database, instrument: string, span: Span): { words: string; from: number } {
  const rows = db.all('SELECT * FROM text WHERE instrument = ? AND start < ? AND finish > ? ORDER BY start', [
    instrument,
    span.end,
    span.start,
  ]);
  const from = Number(rows[0]?.start ?? span.start);
  let text = '';
  for (const { start = 0, finish = 0, words = '', seal } of rows) {
    checkSeal(instrument, seal, [instrument, start, finish, words]);
    if (from + text.length !== start) throw broken(instrument);
    text += String(words);
  }
  if (from > span.start || from + text.length < span.end) throw broken(instrument);
  return { words: text, from };
}

/** Never between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;
}
