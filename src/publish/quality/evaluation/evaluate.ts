import type { CodedInstrument } from '../../../model/index.js';
import type { GoldRow } from '../../gold.js';
import { type BootstrapOptions, DEFAULT_BOOTSTRAP, type Interval, interval } from '../bootstrap.js';
import { type Confusion, confusionsOf, type EvaluationError, errorsOf } from './errors.js';
import { goldMarks, keyOf, type Level, type Mark, marksOf } from './marks.js';

/** Precision, recall and F1 in [0,1] of one subject; null where nothing was coded, or nothing is in the gold. */
export interface EvaluationFigure extends Interval {
  readonly level: Level;
  readonly by: 'all' | 'family' | 'code' | 'language' | 'instrument';
  readonly subject: string;
  /** Pairs of provision and code in the gold, by the machine, and in both. */
  readonly gold: number;
  readonly coded: number;
  readonly both: number;
  readonly precision: number | null;
  readonly recall: number | null;
  /** With its 95 % bootstrap interval, `low` to `high`, over what `over` names. */
  readonly f1: number | null;
  readonly over: 'instruments' | 'articles';
}

/** How well a coding matches gold, with its errors. */
export interface Evaluation {
  readonly figures: readonly EvaluationFigure[];
  /** Worst first: wrong codes by confidence and missed ones in turn, so that the head shows both kinds. */
  readonly errors: readonly EvaluationError[];
  readonly confusions: readonly Confusion[];
  /** Gold rows whose citation the instrument as read does not have; they count as missed. */
  readonly unresolved: readonly GoldRow[];
  /** Instruments of the gold that the study does not hold; their rows are left out. */
  readonly missing: readonly string[];
}

/**
 * Measures the coding of the instruments that the gold holds; others are not judged. An instrument read in full counts
 * with every row, so a machine's row without a match is an error. Pass instruments without annotations too: what is
 * absent from `coded` is reported as missing, not as missed. Empty gold gives figures of zero pairs.
 */
export function evaluate(
  gold: readonly GoldRow[],
  coded: readonly CodedInstrument[],
  bootstrap: Partial<BootstrapOptions> = {},
): Evaluation {
  const { wanted, given, unresolved, missing } = judged(gold, coded);
  const errors = errorsOf(wanted, given);
  return {
    figures: figuresOf(wanted, given, { ...DEFAULT_BOOTSTRAP, ...bootstrap }),
    errors,
    confusions: confusionsOf(errors),
    unresolved,
    missing,
  };
}

/** The marks of gold and machine in the instruments that both hold. */
export function judged(gold: readonly GoldRow[], coded: readonly CodedInstrument[]) {
  const byId = new Map(coded.map((c) => [c.instrument.metadata.id, c]));
  const named = [...new Set(gold.map((row) => row.instrument))];
  const wanted: Mark[] = [];
  const given: Mark[] = [];
  const unresolved: GoldRow[] = [];
  for (const id of named) {
    const owner = byId.get(id);
    if (owner === undefined) continue;
    const rows = gold.filter((row) => row.instrument === id && !row.rejects);
    const found = goldMarks(rows, owner.instrument);
    wanted.push(...found.marks);
    unresolved.push(...found.unresolved);
    given.push(...marksOf(owner, new Set(rows.map((row) => row.provision))));
  }
  return { wanted, given, unresolved, missing: named.filter((id) => !byId.has(id)).sort() };
}

/** Every way in which figures are told apart. */
export const VIEWS = [
  ['all', () => 'all'],
  ['family', (m) => m.code.split('.')[0] ?? m.code],
  ['code', (m) => m.code],
  ['language', (m) => m.language],
  ['instrument', (m) => m.instrument],
] as const satisfies readonly (readonly [EvaluationFigure['by'], (mark: Mark) => string])[];

export const LEVELS = ['article', 'smallest'] as const satisfies readonly Level[];

/** What gold and machine come to in one subject, cluster by cluster. */
export interface Counted {
  readonly over: EvaluationFigure['over'];
  /** Gold, coded and both of each cluster. */
  readonly clusters: readonly (readonly [gold: number, coded: number, both: number])[];
}

/** With fewer instruments a cluster bootstrap has too few different samples (5 give 126) for a 95 % interval; articles are drawn then. */
const LEAST_INSTRUMENTS = 5;

/** Counts by subject; `clusterOf` names what is drawn together, the same for two runs that are compared. */
export function counted(
  level: Level,
  subjectOf: (mark: Mark) => string,
  wanted: readonly Mark[],
  given: readonly Mark[],
): ReadonlyMap<string, Counted> {
  const gold = new Map(wanted.map((m) => [keyOf(m, level), m]));
  const machine = new Map(given.map((m) => [keyOf(m, level), m]));
  const bySubject = new Map<string, [mark: Mark, isGold: boolean, isCoded: boolean][]>();
  for (const [key, mark] of new Map([...gold, ...machine])) {
    const list = bySubject.get(subjectOf(mark)) ?? [];
    list.push([mark, gold.has(key), machine.has(key)]);
    bySubject.set(subjectOf(mark), list);
  }
  return new Map(
    [...bySubject].map(([subject, list]) => {
      const over = new Set(list.map(([m]) => m.instrument)).size < LEAST_INSTRUMENTS ? 'articles' : 'instruments';
      const clusters = new Map<string, [number, number, number]>();
      for (const [m, isGold, isCoded] of list) {
        const name = over === 'instruments' ? m.instrument : `${m.instrument} ${m.article}`;
        const [g, c, b] = clusters.get(name) ?? [0, 0, 0];
        clusters.set(name, [g + Number(isGold), c + Number(isCoded), b + Number(isGold && isCoded)]);
      }
      return [subject, { over, clusters: [...clusters.values()] }];
    }),
  );
}

/** F1 of sums; null where neither side has anything. */
export function f1Of([gold = 0, coded = 0, both = 0]: readonly number[]): number | null {
  return gold + coded === 0 ? null : (2 * both) / (gold + coded);
}

function figuresOf(wanted: readonly Mark[], given: readonly Mark[], bootstrap: BootstrapOptions): EvaluationFigure[] {
  return LEVELS.flatMap((level) =>
    VIEWS.flatMap(([by, subjectOf]) => {
      const subjects = counted(level, subjectOf, wanted, given);
      const none: Counted = { over: 'articles', clusters: [] };
      const names = by === 'all' ? ['all'] : [...subjects.keys()].sort();
      return names.map((subject) => {
        const { over, clusters } = subjects.get(subject) ?? none;
        const sum = (at: 0 | 1 | 2): number => clusters.reduce((total, c) => total + c[at], 0);
        const [gold, coded, both] = [sum(0), sum(1), sum(2)];
        return {
          ...{ level, by, subject, gold, coded, both },
          precision: coded === 0 ? null : both / coded,
          recall: gold === 0 ? null : both / gold,
          f1: f1Of([gold, coded, both]),
          ...interval(clusters, f1Of, `${level} ${by} ${subject}`, bootstrap),
          over,
        };
      });
    }),
  );
}
