import { deserialize, serialize } from 'node:v8';
import type { CodedInstrument } from '../../model/index.js';
import { type Candidate, candidate } from '../pair/links.js';
import { type InstrumentProfile, profile, profileOnce, type UnitProfile } from '../profile.js';
import { type KeptPairs, type Measured, packPairs, pairAt } from './pairs.js';
import { type KeptUnit, keep, recall } from './units.js';

/** What comparisons of many read: the coded units of an instrument, and what two units have in common. */
export interface Reading {
  units(coded: CodedInstrument): readonly UnitProfile[];
  measure(left: UnitProfile, right: UnitProfile): Candidate;
}

/** Reads everything anew. */
export const AFRESH: Reading = { units: codedUnits, measure: candidate };

interface Kept {
  readonly instruments: readonly { readonly key: string; readonly units: readonly KeptUnit[] }[];
  readonly pairs: KeptPairs;
}

/**
 * A reading that remembers the last one: the units of instruments whose key is the same, and the pairs of such units. Thus one changed
 * law among hundreds costs its own pairs. What it gives is what reading afresh would give; what was not asked for is forgotten.
 */
export class Memory implements Reading {
  private readonly old: Kept | null;
  private readonly known = new Map<string, readonly KeptUnit[]>();
  /** Numbers of the kept units, by key and place. */
  private readonly firstOf = new Map<string, number>();
  private readonly rowOf = new Map<number, number>();
  private readonly used = new Map<string, { coded: CodedInstrument; units: readonly UnitProfile[] }>();
  private readonly oldNumber = new Map<UnitProfile, number>();
  private readonly measured = new Map<UnitProfile, Map<UnitProfile, Measured>>();
  private count = 0;

  /** `keyOf` gives the key of an instrument, which changes with everything that its units are made from. */
  constructor(
    bytes: Uint8Array | null,
    private readonly keyOf: (instrument: string) => string,
  ) {
    this.old = bytes === null ? null : (deserialize(bytes) as Kept);
    for (const { key, units } of this.old?.instruments ?? []) {
      this.known.set(key, units);
      this.firstOf.set(key, this.count);
      this.count += units.length;
    }
    const { left = [], right = [] } = this.old?.pairs ?? {};
    for (let row = 0; row < left.length; row += 1)
      this.rowOf.set((left[row] ?? 0) * this.count + (right[row] ?? 0), row);
  }

  units(coded: CodedInstrument): readonly UnitProfile[] {
    const key = this.keyOf(coded.instrument.metadata.id);
    const made = this.used.get(key)?.units ?? this.recalled(coded, key) ?? withCode(profileOnce(coded));
    this.used.set(key, { coded, units: made });
    return made;
  }

  measure(left: UnitProfile, right: UnitProfile): Candidate {
    const known = this.measured.get(left)?.get(right) ?? this.measured.get(right)?.get(left);
    const { features, score } = known ?? this.remembered(left, right) ?? candidate(left, right);
    if (known === undefined) {
      const row = this.measured.get(left) ?? new Map<UnitProfile, Measured>();
      this.measured.set(left, row.set(right, { features, score }));
    }
    return { left, right, features, score };
  }

  /** What was asked for, to be remembered by the next. */
  toBytes(): Uint8Array {
    const numbers = new Map<UnitProfile, number>();
    const instruments = [...this.used].map(([key, { coded, units }]) => {
      for (const unit of units) numbers.set(unit, numbers.size);
      return { key, units: this.known.get(key) ?? units.map((u) => keep(u, coded)) };
    });
    const pairs: [number, number, Measured][] = [];
    for (const [left, row] of this.measured)
      for (const [right, made] of row) {
        const [a, b] = [numbers.get(left) ?? 0, numbers.get(right) ?? 0];
        pairs.push([Math.min(a, b), Math.max(a, b), made]);
      }
    return serialize({ instruments, pairs: packPairs(pairs) } satisfies Kept);
  }

  private recalled(coded: CodedInstrument, key: string): readonly UnitProfile[] | null {
    const first = this.firstOf.get(key) ?? 0;
    const units = this.known.get(key)?.map((kept) => recall(kept, coded)) ?? null;
    for (const [at, unit] of (units ?? []).entries()) this.oldNumber.set(unit, first + at);
    return units;
  }

  private remembered(left: UnitProfile, right: UnitProfile): Measured | null {
    const [a, b] = [this.oldNumber.get(left), this.oldNumber.get(right)];
    if (this.old === null || a === undefined || b === undefined) return null;
    const row = this.rowOf.get(Math.min(a, b) * this.count + Math.max(a, b));
    return row === undefined ? null : pairAt(this.old.pairs, row, left.language !== right.language);
  }
}

function codedUnits(coded: CodedInstrument): readonly UnitProfile[] {
  return withCode(profile(coded));
}

function withCode({ units }: InstrumentProfile): readonly UnitProfile[] {
  return units.filter((u) => u.codes.size > 0);
}
