import { hash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { Alignment, CodedInstrument, Concordance } from '../../model/index.js';
import { type Candidate, candidate } from '../pair/links.js';
import { type Tops, toAlignment } from '../pair/relation.js';
import { type InstrumentProfile, profile, profileOnce, type UnitProfile } from '../profile.js';
import { type KeptGists, NO_GISTS, packGists, unpackGists } from './gists.js';
import { type KeptLinks, Links, topsNumber } from './links.js';
import { beginnings, featuresAt, type KeptPairs, type Measured, NO_PAIRS, packPairs, rowOf, scoreAt } from './pairs.js';
import { type KeptUnit, keep, recall } from './units.js';

/** What comparisons of many read: the coded units of an instrument, what two units have in common, and what is told of it. */
export interface Reading {
  units(coded: CodedInstrument): readonly UnitProfile[];
  measure(left: UnitProfile, right: UnitProfile): Candidate;
  link(found: Candidate, tops: Tops): Alignment;
  /** The table of a code over the instruments that carry it; `from` is all else that it is made from. */
  table(from: readonly string[], carriers: readonly CodedInstrument[], make: () => Concordance): Concordance;
}

/** Reads everything anew. */
export const AFRESH: Reading = {
  units: codedUnits,
  measure: candidate,
  link: toAlignment,
  table: (_, __, make) => make(),
};

/** Bytes of another form are of another code, of which nothing could be taken up. */
const FORM = 2;

interface Kept {
  readonly form: typeof FORM;
  /** Units are `KeptUnit[]`, serialised: they go from one comparison to the next as they are. */
  readonly instruments: readonly { readonly key: string; readonly count: number; readonly units: Uint8Array }[];
  readonly gists: KeptGists;
  readonly pairs: KeptPairs;
  readonly links: KeptLinks;
  readonly tables: ReadonlyMap<string, Uint8Array>;
}

/** Unit numbers stay far below this, and two of them side by side within what a number holds exactly. */
const MOST_UNITS = 2 ** 26;

/**
 * A reading that remembers the last one: the units of instruments whose key is the same, the pairs of such units, what was told of them, and the tables
 * of codes that no other instrument carries. Thus one changed law among hundreds costs its own pairs. What it gives is what reading afresh would give.
 */
export class Memory implements Reading {
  private readonly old: Kept | null;
  private readonly known = new Map<string, { readonly first: number; readonly units: Uint8Array }>();
  private readonly gistOf: ReturnType<typeof unpackGists>;
  private readonly starts: Uint32Array;
  private readonly links: Links;
  private readonly used = new Map<string, { coded: CodedInstrument; units: readonly UnitProfile[] }>();
  /** Numbers of the units in this comparison, and by these those in the last, -1 where they were not in it. */
  private readonly numbers = new Map<UnitProfile, number>();
  private readonly before: number[] = [];
  private readonly isUsed: Uint8Array;
  private readonly measured = new Map<number, Measured>();
  private readonly tables = new Map<string, Uint8Array>();

  /** `keyOf` gives the key of an instrument, which changes with everything that its units are made from. */
  constructor(
    bytes: Uint8Array | null,
    private readonly keyOf: (instrument: string) => string,
  ) {
    const read = bytes === null ? null : (deserialize(bytes) as Partial<Kept>);
    this.old = read?.form === FORM ? (read as Kept) : null;
    let count = 0;
    for (const { key, units, count: own } of this.old?.instruments ?? []) {
      this.known.set(key, { first: count, units });
      count += own;
    }
    this.gistOf = unpackGists(this.old?.gists ?? NO_GISTS);
    this.starts = beginnings(this.old?.pairs ?? NO_PAIRS, count);
    this.isUsed = new Uint8Array(this.old?.pairs.left.length ?? 0);
    this.links = new Links(this.old?.links ?? null, count + 1);
  }

  units(coded: CodedInstrument): readonly UnitProfile[] {
    const key = this.keyOf(coded.instrument.metadata.id);
    const before = this.used.get(key)?.units;
    if (before !== undefined) return before;
    const known = this.known.get(key);
    const made = known === undefined ? withCode(profileOnce(coded)) : this.recalled(coded, known);
    for (const [at, unit] of made.entries()) {
      this.numbers.set(unit, this.before.length);
      this.before.push(known === undefined ? -1 : known.first + at);
    }
    this.used.set(key, { coded, units: made });
    return made;
  }

  measure(left: UnitProfile, right: UnitProfile): Candidate {
    const [a, b] = [this.numbers.get(left) ?? 0, this.numbers.get(right) ?? 0];
    const row = this.rowOf(a, b);
    if (row >= 0) return this.remembered(left, right, row);
    const pair = Math.min(a, b) * MOST_UNITS + Math.max(a, b);
    const known = this.measured.get(pair);
    if (known !== undefined) return { left, right, features: known.features, score: known.score };
    const made = candidate(left, right);
    this.measured.set(pair, made);
    return made;
  }

  link(found: Candidate, tops: Tops): Alignment {
    const [a, b, number] = [this.numbers.get(found.left) ?? 0, this.numbers.get(found.right) ?? 0, topsNumber(tops)];
    const [x, y] = [this.before[a] ?? -1, this.before[b] ?? -1];
    const told = (x < 0 || y < 0 ? null : this.links.find(x, y, number)) ?? toAlignment(found, tops);
    this.links.keep(a, b, number, told);
    return told;
  }

  table(from: readonly string[], carriers: readonly CodedInstrument[], make: () => Concordance): Concordance {
    const keys = carriers.map((c) => this.keyOf(c.instrument.metadata.id));
    const key = hash('sha256', JSON.stringify([from, keys]), 'base64url');
    const bytes = this.old?.tables.get(key);
    const made = bytes === undefined ? make() : (deserialize(bytes) as Concordance);
    this.tables.set(key, bytes ?? serialize(made));
    return made;
  }

  /** What was asked for, to be remembered by the next. */
  toBytes(): Uint8Array {
    const instruments = [...this.used].map(([key, { coded, units }]) => {
      const bytes = this.known.get(key)?.units ?? serialize(units.map((u) => keep(u, coded)));
      return { key, count: units.length, units: bytes };
    });
    const kept: Kept = {
      form: FORM,
      instruments,
      gists: packGists([...this.numbers.keys()]),
      pairs: packPairs([...this.pairsMeasured(), ...this.pairsRemembered()], this.old?.pairs ?? NO_PAIRS),
      links: this.links.packed(),
      tables: this.tables,
    };
    return serialize(kept);
  }

  private recalled(coded: CodedInstrument, known: { first: number; units: Uint8Array }): readonly UnitProfile[] {
    const units = deserialize(known.units) as readonly KeptUnit[];
    const { gistOf } = this;
    return units.map((unit, at) => recall(unit, coded, () => gistOf(known.first + at)));
  }

  private rowOf(a: number, b: number): number {
    const [x, y] = [this.before[a] ?? -1, this.before[b] ?? -1];
    if (x < 0 || y < 0) return -1;
    return rowOf(this.old?.pairs ?? NO_PAIRS, this.starts, Math.min(x, y), Math.max(x, y));
  }

  private remembered(left: UnitProfile, right: UnitProfile, row: number): Candidate {
    const pairs = this.old?.pairs ?? NO_PAIRS;
    this.isUsed[row] = 1;
    return {
      left,
      right,
      score: scoreAt(pairs, row),
      // Mostly the score is all that is asked for.
      get features() {
        return featuresAt(pairs, row, left.language !== right.language);
      },
    };
  }

  private pairsMeasured(): [number, number, Measured][] {
    return [...this.measured].map(([pair, made]) => [Math.floor(pair / MOST_UNITS), pair % MOST_UNITS, made]);
  }

  /** Rows of the last comparison that were asked for, and those of units with a code in common, which its table, if it has to be made anew, asks for. */
  private pairsRemembered(): [number, number, number][] {
    const { left, right } = this.old?.pairs ?? NO_PAIRS;
    const now = new Map<number, readonly [number, UnitProfile]>();
    for (const [unit, number] of this.numbers) now.set(this.before[number] ?? -1, [number, unit]);
    const kept: [number, number, number][] = [];
    for (const [row, was] of left.entries()) {
      const [a, b] = [now.get(was), now.get(right[row] ?? 0)];
      if (a === undefined || b === undefined) continue;
      if (this.isUsed[row] === 1 || shareCode(a[1], b[1])) kept.push([Math.min(a[0], b[0]), Math.max(a[0], b[0]), row]);
    }
    return kept;
  }
}

function shareCode(a: UnitProfile, b: UnitProfile): boolean {
  for (const code of a.codes.keys()) if (b.codes.has(code)) return true;
  return false;
}

function codedUnits(coded: CodedInstrument): readonly UnitProfile[] {
  return withCode(profile(coded));
}

function withCode({ units }: InstrumentProfile): readonly UnitProfile[] {
  return units.filter((u) => u.codes.size > 0);
}
