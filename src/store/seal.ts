import { hash } from 'node:crypto';
import type { Database, Value } from './driver.js';
import { StoreTrouble, troubleOf } from './trouble.js';

/** Hex digits of sha256 that are kept: chance damage passes 64 bits unseen once in 10^19 times. */
const DIGITS = 16;

/**
 * A seal on what a row is to say. SQLite notices a page that is no page, not a letter that has become another; so each row of
 * law is hashed as it is written, and again as it is read: damaged law is never shown. Rows have seals of their own, so
 * that whoever reads one article need not read the whole law to trust it.
 */
export function sealOf(parts: readonly Value[]): string {
  let all = '';
  for (const part of parts) all += `${String(part).length}:${String(part)}`;
  // In one call: rows are small and many, and an object for each hash took as long as the hashing.
  return hash('sha256', all, 'hex').slice(0, DIGITS);
}

/** Nothing where the row says what was written. @throws StoreTrouble where it does not, naming the instrument. */
export function checkSeal(instrument: string, found: unknown, parts: readonly Value[]): void {
  if (found !== sealOf(parts)) throw broken(instrument);
}

/** A value as JSON with its seal behind it, on a line of its own: what we write as JSON has one line. */
export function sealed(value: unknown): string {
  const json = JSON.stringify(value);
  return `${json}\n${sealOf([json])}`;
}

/** What `sealed` made text of. @throws StoreTrouble where it is not what was written; `what` names it. */
export function unsealed<T>(what: string, stored: unknown): T {
  const text = String(stored);
  const end = text.lastIndexOf('\n');
  const json = text.slice(0, end);
  if (end < 0 || sealOf([json]) !== text.slice(end + 1)) throw broken(what);
  return JSON.parse(json) as T;
}

/** The error for law that is not what was written. */
export function broken(instrument: string): StoreTrouble {
  return new StoreTrouble(
    `The study is damaged: what it holds of ${instrument} is not what was written.`,
    'lexatlas run --check sets the damaged file aside and makes the study anew from the corpus; codings by hand that can still be read are kept.',
    true,
  );
}

/** Has SQLite check its pages. @throws StoreTrouble naming the damage. */
export function checkPages(db: Database): void {
  const said = String(Object.values(db.get('PRAGMA integrity_check(1)') ?? {})[0]);
  if (said !== 'ok') throw troubleOf(new Error(`malformed: ${said}`), 'its folder');
}
