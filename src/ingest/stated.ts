import type { InstrumentMetadata } from '../model/index.js';
import { daysIn } from '../text/commencement/dates.js';

type Facts = Partial<InstrumentMetadata>;

/** What the makers of dumps and of front matter call the day on which a law was made, the surest first, and the one from which it is in force. */
const MADE = ['enactment_date', 'promulgation_date', 'issued_date', 'date_enacted', 'publication_date'];
const IN_FORCE = ['in_force_date', 'entry_into_force', 'date_in_force', 'commencement_date'];
const SOURCE = ['source_url', 'official_url', 'eur_lex_url', 'url', 'source', '法規網址', '출처'];

/**
 * The dates and the address that a dump or front matter states of its law. Whether it is in force is not taken from them: makers of
 * dumps are often wrong about it, and it is true of one day only.
 */
export function statedIn(fields: Readonly<Record<string, unknown>>): Facts {
  const first = <T>(keys: readonly string[], read: (value: unknown) => T | null): T | null =>
    keys.reduce<T | null>((found, key) => found ?? read(fields[key]), null);
  const made = first(MADE, dateOf);
  const inForce = first(IN_FORCE, dateOf);
  const source = first(SOURCE, addressOf);
  return {
    ...(made === null ? {} : { made }),
    ...(inForce === null ? {} : { inForce }),
    ...(source === null ? {} : { source }),
  };
}

/** A law that is called by one day, as those of the Union and of Switzerland are, was made on it: 'Regulation … of 3 May 2012 on oil'. */
export function madeBy(title: string): Facts {
  const days = daysIn(title);
  const [day] = days;
  return days.length === 1 && day !== undefined ? { made: day.date } : {};
}

/** A whole day; of the first of January the year alone, which is all that its maker knew. */
function dateOf(value: unknown): string | null {
  const found = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})(?!\d)/u.exec(value) : null;
  if (found === null || found[1] === '9999' || found[1] === '1900') return null;
  return found[2] === '01' && found[3] === '01' ? (found[1] ?? null) : found[0];
}

function addressOf(value: unknown): string | null {
  return typeof value === 'string' && /^https?:\/\/\S+$/u.test(value) ? value : null;
}
