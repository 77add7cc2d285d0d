/**
 * How long the law of the European Union has held in a state: accession and, where it ended, its end. For the United
 * Kingdom that is the end of the transition period of the Withdrawal Agreement (art. 126), not the day it left.
 * Facts from the accession treaties.
 */
const EU_MEMBERS: Readonly<Record<string, readonly [joined: string, left: string | null]>> = {
  BE: ['1958-01-01', null],
  DE: ['1958-01-01', null],
  FR: ['1958-01-01', null],
  IT: ['1958-01-01', null],
  LU: ['1958-01-01', null],
  NL: ['1958-01-01', null],
  DK: ['1973-01-01', null],
  IE: ['1973-01-01', null],
  GB: ['1973-01-01', '2021-01-01'],
  GR: ['1981-01-01', null],
  ES: ['1986-01-01', null],
  PT: ['1986-01-01', null],
  AT: ['1995-01-01', null],
  FI: ['1995-01-01', null],
  SE: ['1995-01-01', null],
  CY: ['2004-05-01', null],
  CZ: ['2004-05-01', null],
  EE: ['2004-05-01', null],
  HU: ['2004-05-01', null],
  LT: ['2004-05-01', null],
  LV: ['2004-05-01', null],
  MT: ['2004-05-01', null],
  PL: ['2004-05-01', null],
  SI: ['2004-05-01', null],
  SK: ['2004-05-01', null],
  BG: ['2007-01-01', null],
  RO: ['2007-01-01', null],
  HR: ['2013-07-01', null],
};

/** Unions whose law holds in their members. */
const UNIONS: readonly string[] = ['EU'];

/** A treaty that lists at least so many members was made by the union: bilateral treaties of members list one. */
const UNION_QUORUM = 6;

/** True where law of `union` holds in `jurisdiction` on the ISO date; null asks for the members of today's list. */
export function isMember(jurisdiction: string, union: string, asOf: string | null): boolean {
  if (union !== 'EU') return false;
  const dates = EU_MEMBERS[jurisdiction];
  if (dates === undefined) return false;
  const [joined, left] = dates;
  return asOf === null ? left === null : joined <= asOf && (left === null || asOf < left);
}

/** Whose law holds in a jurisdiction on the date: its own, and that of unions it is a member of. */
export function holdersFor(jurisdiction: string, asOf: string | null): readonly string[] {
  return [jurisdiction, ...UNIONS.filter((u) => u !== jurisdiction && isMember(jurisdiction, u, asOf))];
}

/** True where what binds any of `holders` binds `jurisdiction`: it is one of them, or a member of a union among them. */
export function isBound(jurisdiction: string, holders: readonly string[], asOf: string | null): boolean {
  return holders.some((h) => h === jurisdiction || isMember(jurisdiction, h, asOf));
}

/**
 * The parties of a treaty with a union in the place of its members: registers list the members of a union that made a treaty, of that day.
 * Whom it binds later follows from membership, for those who joined (by their accession protocols) and those who left.
 */
export function withUnions(parties: readonly string[]): readonly string[] {
  const members = parties.filter((p) => p in EU_MEMBERS);
  if (members.length < UNION_QUORUM) return parties;
  return [...new Set([...parties.filter((p) => !(p in EU_MEMBERS)), 'EU'])].sort();
}
