import { hash } from 'node:crypto';
import type { Alignment, CodedInstrument, Concordance } from '../../model/index.js';
import { redraw } from '../many/draw.js';
import { Field } from '../many/field.js';
import { prominenceOf, type Telling, telling } from '../pair/features.js';
import { type Candidate, candidate, type Found, scoreAlone, turned } from '../pair/links.js';
import { type Tops, toAlignment } from '../pair/relation.js';
import { profileOnce, type UnitProfile } from '../profile.js';
import { numberOf } from '../words/bags.js';
import { drawnBefore } from './drawn.js';
import { type ComparedLaw, fromBytes, type Kept, type KeptTable, type Made, toBytes } from './kept.js';
import { KnownLinks, type Told, topsNumber } from './links.js';
import { beginnings, IS_ACROSS, rowOf } from './pairs.js';
import { type Reading, unitAt, withCode } from './reading.js';
import { folded, unfolded } from './tables.js';
import { isAlike, type KeptUnits, RecalledUnit } from './units.js';
import { numbered } from './vectors.js';

/** So many counterparts drawn for a unit are kept, more than are asked for: if some of them go, others need not be looked for among all. */
const KEPT_DRAWN = 40;
/** Unit numbers stay far below this, and two of them side by side within what a number holds exactly. */
const MOST_UNITS = 2 ** 26;

/**
 * A reading that remembers the last one: the units of instruments whose key is the same, what was drawn for them, the scores of pairs of such units, what
 * was told of them, and the tables of codes that no other instrument carries. Thus one changed law among hundreds costs its own pairs. What it gives
 * is what reading afresh would give.
 */
export class Memory implements Reading {
  /** The key of the results of the last comparison, as it was told to `toBytes`; null where nothing is remembered. */
  readonly of: string | null;
  private readonly old: Kept;
  private readonly recalled: KeptUnits;
  private readonly stems: Int32Array;
  private readonly starts: Uint32Array;
  private readonly links: KnownLinks;
  private readonly byKey = new Map<string, { readonly first: number; readonly count: number }>();
  private readonly byId = new Map<string, { readonly first: number; readonly count: number }>();
  private readonly tablesBefore: ReadonlyMap<string, KeptTable & { readonly place: number }>;
  private readonly tablePlaces = new Map<Concordance, number>();

  private readonly laws = new Map<string, ComparedLaw>();
  /** Numbers of the units in this comparison, and by these those under which they are kept, -1 where they are not. */
  private readonly numbers = new Map<UnitProfile, number>();
  private readonly before: number[] = [];
  private drawn: Made['drawn'] = null;
  private readonly isUsed: Uint8Array;
  private readonly measured = new Map<number, Candidate>();
  private readonly told: Told[] = [];
  private readonly tables: KeptTable[] = [];

  /**
   * `bytes` as `toBytes` gave them. `keyOf` gives the key of an instrument, which changes with everything that its units are made from; `code` changes with
   * the code that compares.
   */
  constructor(
    bytes: Uint8Array | null,
    private readonly keyOf: (instrument: string) => string,
    private readonly code = '',
  ) {
    const old = fromBytes(bytes, code);
    this.old = old;
    this.of = old.of;
    this.stems = Int32Array.from(old.words, numberOf);
    this.recalled = { ...old.units, stems: numbered(old.units.stems, this.stems) };
    this.starts = beginnings(old.pairs, old.units.eIds.length);
    this.isUsed = new Uint8Array(old.pairs.left.length);
    let first = 0;
    const refs = old.laws.flatMap(({ id, key, count }) => {
      this.byKey.set(key, { first, count });
      this.byId.set(id, { first, count });
      first += count;
      return old.units.eIds.slice(first - count, first).map((eId) => ({ instrument: id, eId }));
    });
    this.links = new KnownLinks(old.links, refs);
    this.tablesBefore = new Map(old.tables.map((table, place) => [table.code, { ...table, place }]));
  }

  units(coded: CodedInstrument): readonly UnitProfile[] {
    const { id } = coded.instrument.metadata;
    const key = this.keyOf(id);
    const before = this.laws.get(key)?.units;
    if (before !== undefined) return before;
    const { first, count } = this.byKey.get(key) ?? { first: -1, count: 0 };
    const units =
      first < 0
        ? withCode(profileOnce(coded))
        : Array.from({ length: count }, (_, n) => new RecalledUnit(this.recalled, first + n, coded));
    for (const [n, unit] of units.entries()) {
      this.numbers.set(unit, this.before.length);
      this.before.push(first < 0 ? this.alike(unit) : first + n);
    }
    this.laws.set(key, { id, key, coded, units, first });
    return units;
  }

  draw(units: readonly UnitProfile[], most: number): (place: number) => readonly Found[] {
    const field = new Field(units);
    const from = units.map((unit) => this.numberOf(unit));
    const before = Int32Array.from(from, (number) => this.before[number] ?? -1);
    const known = this.old.drawn === null ? null : drawnBefore(this.old.drawn, before, this.stems);
    const lists = redraw(units, Math.max(most, KEPT_DRAWN), most, known, field);
    this.drawn = { from, lists, common: field.common };
    return (i) =>
      Array.from(lists[i]?.at.subarray(0, most) ?? [], (j) => this.measure(unitAt(units, i), unitAt(units, j)));
  }

  score(left: UnitProfile, right: UnitProfile): number {
    const row = this.rowOf(this.numberOf(left), this.numberOf(right));
    if (row < 0) return this.measure(left, right).score;
    this.isUsed[row] = 1;
    return this.scoreOf(left, right, row);
  }

  link(found: Found, tops: Tops): Alignment {
    const [left, right, number] = [this.numberOf(found.left), this.numberOf(found.right), topsNumber(tops)];
    const [x, y] = [this.lastOf(found.left), this.lastOf(found.right)];
    // What is told of units that are only alike may differ: they are coded otherwise, or of another length.
    const areRecalled = found.left instanceof RecalledUnit && found.right instanceof RecalledUnit;
    const known = areRecalled ? this.links.find(x, y, number) : null;
    const told = known ?? toAlignment(found, tops);
    if (known === null) this.links.compare(x, y, told);
    this.told.push({ left, right, tops: number, told });
    return told;
  }

  table(from: readonly string[], carriers: readonly CodedInstrument[], make: () => Concordance): Concordance {
    const keys = carriers.map((c) => this.keyOf(c.instrument.metadata.id));
    const key = hash('sha256', JSON.stringify([from, keys]), 'base64url');
    const before = this.tablesBefore.get(from[0] ?? '');
    const isKept = before?.key === key;
    const made = isKept ? unfolded(before.words) : make();
    const words = isKept ? before.words : folded(made);
    if (before?.words === words) this.tablePlaces.set(made, before.place);
    this.tables.push({ code: made.code, key, words });
    return made;
  }

  /** The place of an equal row in the last comparison, for an alignment or a table that this one gave; -1 where none of them is known to be equal. */
  placeBefore(row: Alignment | Concordance): number {
    return ('code' in row ? this.tablePlaces.get(row) : this.links.places.get(row)) ?? -1;
  }

  /** What was asked for, to be remembered by the next; `of` is the key under which the results are kept. */
  toBytes(of: string | null = null): Uint8Array {
    const { code, numbers, before, drawn, isUsed, told, tables } = this;
    const [laws, measured] = [[...this.laws.values()], this.measured.values()];
    return toBytes({ code, of, laws, numbers, before, drawn, measured, isUsed, told, tables }, this.old, this.recalled);
  }

  private measure(left: UnitProfile, right: UnitProfile): Found {
    const [a, b] = [this.numberOf(left), this.numberOf(right)];
    const row = this.rowOf(a, b);
    if (row >= 0) {
      this.isUsed[row] = 1;
      return new RememberedPair(
        left,
        right,
        this.scoreOf(left, right, row),
        this.old.pairs.headings[row] ?? Number.NaN,
      );
    }
    const pair = Math.min(a, b) * MOST_UNITS + Math.max(a, b);
    const known = this.measured.get(pair);
    if (known !== undefined) return known.left === left ? known : turned(known);
    const made = candidate(left, right);
    this.measured.set(pair, made);
    return made;
  }

  private scoreOf(left: UnitProfile, right: UnitProfile, row: number): number {
    const { bare, marks } = this.old.pairs;
    const isAcross = ((marks[row] ?? 0) & IS_ACROSS) > 0;
    return scoreAlone(bare[row] ?? 0, { prominence: prominenceOf(left, right), isAcross });
  }

  private rowOf(a: number, b: number): number {
    const [x, y] = [this.before[a] ?? -1, this.before[b] ?? -1];
    return x < 0 || y < 0 ? -1 : rowOf(this.old.pairs, this.starts, Math.min(x, y), Math.max(x, y));
  }

  private numberOf(unit: UnitProfile): number {
    return this.numbers.get(unit) ?? 0;
  }

  /** The number under which a unit of the same law is kept that is like this one; -1 where there is none. */
  private alike(unit: UnitProfile): number {
    const last = this.lastOf(unit);
    return last >= 0 && isAlike(unit, this.recalled, last) ? last : -1;
  }

  /** The number of the unit of this name in the last comparison, whether or not it is the same; -1 where there was none. */
  private lastOf(unit: UnitProfile): number {
    if (unit instanceof RecalledUnit) return unit.number;
    const { first, count } = this.byId.get(unit.instrument.metadata.id) ?? { first: 0, count: 0 };
    const { eIds } = this.old.units;
    for (let n = first; n < first + count; n++) if (eIds[n] === unit.unit.eId) return n;
    return -1;
  }
}

/** A pair of which the score is remembered: mostly that is all that is asked for. */
class RememberedPair implements Found {
  private seen: Telling | null = null;

  constructor(
    readonly left: UnitProfile,
    readonly right: UnitProfile,
    readonly score: number,
    private readonly headingsOrNone: number,
  ) {}

  get position(): number {
    return 1 - Math.abs(this.left.position - this.right.position);
  }
  get headings(): number | null {
    return Number.isNaN(this.headingsOrNone) ? null : this.headingsOrNone;
  }
  get features(): Telling {
    this.seen ??= telling(this.left, this.right);
    return this.seen;
  }
}
