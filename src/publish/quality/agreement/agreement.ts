import type { GoldRow } from '../../gold.js';
import { type BootstrapOptions, DEFAULT_BOOTSTRAP, interval } from '../bootstrap.js';
import { type Coding, type IndexedCoding, indexed, keyOf, saysYes } from './coding.js';
import { alphaOf, cohenKappa, fleissKappa, type Tally, tallyOf } from './reliability.js';
import { type ReadText, type SpanFigure, spanFigures } from './spans.js';

/** How far coders agree on one code, in one instrument, on all together, or on an attribute of what all coded alike. */
export interface AgreementFigure extends SpanFigure {
  readonly by: 'all' | 'code' | 'instrument' | 'attribute';
  /** `all`, a code, an instrument, `modality` or `force`. */
  readonly subject: string;
  /** Decisions compared: a provision and a code each; for attributes the codings that all coders gave. */
  readonly units: number;
  /** Decisions on which every coder said yes, and on which some but not all did; for attributes: alike, and not. */
  readonly every: number;
  readonly some: number;
  /** Krippendorff's, with its 95 % bootstrap interval over provisions. */
  readonly alpha: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Cohen's; the mean over pairs where there are more than two coders (Light 1971). */
  readonly kappa: number | null;
  readonly fleiss: number | null;
}

/** A provision and code on which the coders differ. */
export interface Disagreement {
  readonly instrument: string;
  readonly provision: string;
  readonly code: string;
  /** Who gave the code, who did not. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Codes that those who said no gave the provision, and the others did not. */
  readonly instead: readonly string[];
}

/** How far coders agree, and where they do not. */
export interface Agreement {
  /** `all` first, then codes and instruments in order, then modality and force. */
  readonly figures: readonly AgreementFigure[];
  readonly disagreements: readonly Disagreement[];
  /** Instruments that not all codings hold; they are left out, for a coder may not have read them. */
  readonly unshared: readonly string[];
}

/** A provision that was read, coded or not. */
export interface ReadProvision {
  readonly instrument: string;
  readonly provision: string;
}

/** What the coders had before them, and how intervals are drawn. */
export interface AgreementOptions extends BootstrapOptions {
  /** All provisions that the coders read; without it those that nobody coded go unseen, which makes the figures stricter. */
  readonly read: readonly ReadProvision[];
  /** Texts in which marked words are counted; without them span figures are null. */
  readonly texts: readonly ReadText[];
}

/**
 * Returns how far two coders or more agree. Each code is a yes/no decision on each unit; the units are the provisions that any
 * coder gave any code in the instruments that all codings hold, or `read`. Empty codings give no codes.
 */
export function agreement(codings: readonly Coding[], options: Partial<AgreementOptions> = {}): Agreement {
  const { read = [], texts = [], ...given } = options;
  const bootstrap = { ...DEFAULT_BOOTSTRAP, ...given };
  const held = codings.map((c) => new Set(c.rows.map((r) => r.instrument)));
  const isShared = (r: { readonly instrument: string }): boolean => held.every((ids) => ids.has(r.instrument));
  const shared = codings.map((c) => indexed(c.rows.filter(isShared)));
  const units = [...new Set([...read.filter(isShared).map(keyOf), ...shared.flatMap((c) => [...c.keys()])])];
  const codes = [...new Set(shared.flatMap((c) => [...c.values()].flatMap((rows) => [...rows.keys()])))].sort();
  const instruments = [...new Set(units.map(instrumentOf))].sort();
  const spans = spansOf(codings, codes, texts.filter(isShared));
  const decide = (by: AgreementFigure['by'], subject: string, on: readonly string[], about: readonly string[]) => {
    const decisions = on.map((unit) => about.map((code) => shared.map((c) => (saysYes(c, unit, code) ? 'yes' : 'no'))));
    return { ...measured(by, subject, decisions, bootstrap), ...(spans.get(subject) ?? NO_SPANS) };
  };
  return {
    figures: [
      decide('all', 'all', units, codes),
      ...codes.map((code) => decide('code', code, units, [code])),
      ...instruments.map((id) =>
        decide(
          'instrument',
          id,
          units.filter((u) => instrumentOf(u) === id),
          codes,
        ),
      ),
      ...(['modality', 'force'] as const).map((name) => attribute(name, shared, bootstrap)),
    ],
    disagreements: disagreementsOf(codings, shared, units, codes),
    unshared: [...new Set(held.flatMap((ids) => [...ids]))].filter((id) => !isShared({ instrument: id })).sort(),
  };
}

const NO_SPANS: SpanFigure = { tokenF1: null, unitAlpha: null };
const instrumentOf = (unit: string): string => unit.slice(0, unit.indexOf('\n'));

function spansOf(
  codings: readonly Coding[],
  codes: readonly string[],
  texts: readonly ReadText[],
): ReadonlyMap<string, SpanFigure> {
  const marked = codings.flatMap(({ spans }) => (spans === undefined ? [] : [spans]));
  if (texts.length === 0 || marked.length < codings.length) return new Map();
  const figures = new Map(spanFigures(marked, codes, texts));
  for (const text of texts) figures.set(text.instrument, spanFigures(marked, codes, [text]).get('all') ?? NO_SPANS);
  return figures;
}

type Decision = readonly string[];

/** `clusters` are provisions; each holds its decisions, and each decision what every coder said. */
function measured(
  by: AgreementFigure['by'],
  subject: string,
  clusters: readonly (readonly Decision[])[],
  bootstrap: BootstrapOptions,
): Omit<AgreementFigure, keyof SpanFigure> {
  const decisions = clusters.flat();
  const coders = decisions[0]?.length ?? 0;
  const kappas: (number | null)[] = [];
  for (let i = 0; i < coders; i += 1)
    for (let j = i + 1; j < coders; j += 1)
      kappas.push(cohenKappa(decisions.map((d) => [d[i] ?? '', d[j] ?? ''] as const)));
  const known = kappas.filter((k) => k !== null);
  const values = [...new Set(decisions.flat())].sort();
  const sums = clusters.map((cluster) => numbersOf(cluster.map(tallyOf), values));
  const alpha = (numbers: readonly number[]): number | null => alphaOf(fromNumbers(numbers, values));
  return {
    by,
    subject,
    units: decisions.length,
    every: decisions.filter((d) => d.every((v) => v === d[0] && v !== 'no')).length,
    some: decisions.filter((d) => d.some((v) => v !== d[0])).length,
    alpha: alpha(total(sums, values.length + 2)),
    ...interval(sums, alpha, `agreement ${subject}`, bootstrap),
    kappa: known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length,
    fleiss: fleissKappa(decisions),
  };
}

/** A tally as numbers that can be added: agreed, pairable, then the count of each value. */
function numbersOf(tallies: readonly Tally[], values: readonly string[]): number[] {
  return total(
    tallies.map((t) => [t.agreed, t.pairable, ...values.map((v) => t.totals.get(v) ?? 0)]),
    values.length + 2,
  );
}

function fromNumbers([agreed = 0, pairable = 0, ...counts]: readonly number[], values: readonly string[]): Tally {
  return { agreed, pairable, totals: new Map(values.map((v, i) => [v, counts[i] ?? 0])) };
}

function total(rows: readonly (readonly number[])[], width: number): number[] {
  const sums = new Array<number>(width).fill(0);
  for (const row of rows) for (let i = 0; i < width; i += 1) sums[i] = (sums[i] ?? 0) + (row[i] ?? 0);
  return sums;
}

/** Only where all gave the same provision the same code, and all filled the attribute in. */
function attribute(
  name: 'modality' | 'force',
  shared: readonly IndexedCoding[],
  bootstrap: BootstrapOptions,
): AgreementFigure {
  const [first, ...others] = shared;
  const clusters: Decision[][] = [];
  for (const [unit, codes] of first ?? []) {
    const said = [...codes].flatMap(([code, row]) => {
      const rows: (GoldRow | undefined)[] = [row, ...others.map((o) => o.get(unit)?.get(code))];
      const values = rows.flatMap((r) => (r === undefined || r.rejects ? [] : (r[name] ?? [])));
      return values.length === shared.length ? [values] : [];
    });
    if (said.length > 0) clusters.push(said);
  }
  return { ...measured('attribute', name, clusters, bootstrap), ...NO_SPANS };
}

function disagreementsOf(
  codings: readonly Coding[],
  shared: readonly IndexedCoding[],
  units: readonly string[],
  codes: readonly string[],
): Disagreement[] {
  const out: Disagreement[] = [];
  const { compare } = new Intl.Collator('en', { numeric: true }); // Article 9 stands before article 10.
  for (const unit of [...units].sort(compare)) {
    const given = shared.map((c) => codes.filter((code) => saysYes(c, unit, code)));
    for (const code of codes) {
      const has = given.map((list) => list.includes(code));
      if (!has.includes(true) || !has.includes(false)) continue;
      const named = (said: boolean): string[] => codings.flatMap(({ coder }, i) => (has[i] === said ? [coder] : []));
      const theirs = new Set(given.flatMap((list, i) => (has[i] === true ? list : [])));
      const instead = new Set(given.flatMap((list, i) => (has[i] === false ? list.filter((c) => !theirs.has(c)) : [])));
      const [instrument = '', provision = ''] = unit.split('\n');
      out.push({ instrument, provision, code, yes: named(true), no: named(false), instead: [...instead].sort() });
    }
  }
  return out;
}
