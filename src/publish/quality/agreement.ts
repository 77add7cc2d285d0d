import type { GoldRow } from '../gold.js';
import { cohenKappa, krippendorffAlpha } from './reliability.js';

/** How far two coders agree on one code, on all codes together, or on an attribute of the provisions both coded alike. */
export interface AgreementFigure {
  /** A code, `all`, `modality` or `force`. */
  readonly subject: string;
  /** Decisions compared. */
  readonly units: number;
  /** Positive decisions of the first coder only, the second only, both; for attributes: differing in `left`, agreeing in `both`. */
  readonly left: number;
  readonly right: number;
  readonly both: number;
  readonly alpha: number | null;
  readonly kappa: number | null;
}

/** A provision and code that only one of the two gave. */
export interface Disagreement {
  readonly instrument: string;
  readonly provision: string;
  readonly code: string;
  readonly by: 'left' | 'right';
  /** What the other coder gave there instead. */
  readonly other: readonly string[];
}

export interface Agreement {
  /** `all` first, then the codes in order, then modality and force. */
  readonly figures: readonly AgreementFigure[];
  readonly disagreements: readonly Disagreement[];
  /** Instruments that only one file holds; they are left out, for the other coder may not have read them. */
  readonly unshared: readonly string[];
}

/** A provision that was read, coded or not. */
export interface ReadProvision {
  readonly instrument: string;
  readonly provision: string;
}

/**
 * Returns alpha and kappa of two coders. Each code is a yes/no decision on each unit; the units are the provisions that
 * either coder gave any code in the instruments that both files hold, or `read` where all read provisions are known
 * (without it, provisions that both left uncoded go unseen, which makes the figures stricter). Empty files give no codes.
 */
export function agreement(a: readonly GoldRow[], b: readonly GoldRow[], read?: readonly ReadProvision[]): Agreement {
  const inLeft = new Set(a.map((r) => r.instrument));
  const inRight = new Set(b.map((r) => r.instrument));
  const isShared = (r: { instrument: string }): boolean => inLeft.has(r.instrument) && inRight.has(r.instrument);
  const left = index(a.filter(isShared));
  const right = index(b.filter(isShared));
  const units = new Set([...(read ?? []).filter(isShared).map(keyOf), ...left.keys(), ...right.keys()]);
  const codes = [...new Set([...a, ...b].filter(isShared).map((r) => r.code))].sort();
  const decisions = codes.map((code) =>
    [...units].map((u) => [verdict(left, u, code), verdict(right, u, code)] as const),
  );
  const figures = [
    figure('all', decisions.flat()),
    ...codes.map((code, i) => figure(code, decisions[i] ?? [])),
    attribute('modality', left, right),
    attribute('force', left, right),
  ];
  return {
    figures,
    disagreements: [...differences(left, right, 'left'), ...differences(right, left, 'right')].sort(inOrder),
    unshared: [...new Set([...inLeft, ...inRight])].filter((id) => !isShared({ instrument: id })).sort(),
  };
}

type Coding = ReadonlyMap<string, ReadonlyMap<string, GoldRow>>;

const keyOf = (r: ReadProvision): string => `${r.instrument}\n${r.provision}`;
const verdict = (coding: Coding, unit: string, code: string): string => (coding.get(unit)?.has(code) ? 'yes' : 'no');

/** By provision, then by code; a row given twice counts once. */
function index(rows: readonly GoldRow[]): Coding {
  const map = new Map<string, Map<string, GoldRow>>();
  for (const row of rows) {
    const codes = map.get(keyOf(row)) ?? new Map<string, GoldRow>();
    if (!codes.has(row.code)) codes.set(row.code, row);
    map.set(keyOf(row), codes);
  }
  return map;
}

function figure(subject: string, pairs: readonly (readonly [string, string])[]): AgreementFigure {
  const count = (x: string, y: string): number => pairs.filter(([p, q]) => p === x && q === y).length;
  return {
    subject,
    units: pairs.length,
    left: count('yes', 'no'),
    right: count('no', 'yes'),
    both: count('yes', 'yes'),
    alpha: krippendorffAlpha(pairs),
    kappa: cohenKappa(pairs),
  };
}

/** Only where both gave the same provision the same code, and both filled the attribute in. */
function attribute(name: 'modality' | 'force', left: Coding, right: Coding): AgreementFigure {
  const pairs: [string, string][] = [];
  for (const [unit, codes] of left)
    for (const [code, row] of codes) {
      const other = right.get(unit)?.get(code);
      const mine = row[name];
      const theirs = other?.[name];
      if (mine !== null && theirs !== null && theirs !== undefined) pairs.push([mine, theirs]);
    }
  const both = pairs.filter(([x, y]) => x === y).length;
  return {
    subject: name,
    units: pairs.length,
    left: pairs.length - both,
    right: pairs.length - both,
    both,
    alpha: krippendorffAlpha(pairs),
    kappa: cohenKappa(pairs),
  };
}

function differences(mine: Coding, theirs: Coding, by: 'left' | 'right'): Disagreement[] {
  return [...mine].flatMap(([unit, codes]) => {
    const other = theirs.get(unit);
    return [...codes.values()]
      .filter((row) => other?.has(row.code) !== true)
      .map(({ instrument, provision, code }) => ({
        instrument,
        provision,
        code,
        by,
        other: [...(other?.keys() ?? [])].filter((c) => !codes.has(c)).sort(),
      }));
  });
}

function inOrder(a: Disagreement, b: Disagreement): number {
  const left = `${a.instrument}\n${a.provision}\n${a.code}`;
  const right = `${b.instrument}\n${b.provision}\n${b.code}`;
  return left < right ? -1 : left > right ? 1 : 0;
}
