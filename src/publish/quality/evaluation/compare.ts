import type { CodedInstrument } from '../../../model/index.js';
import type { GoldRow } from '../../gold.js';
import { type BootstrapOptions, DEFAULT_BOOTSTRAP, type Interval, interval } from '../bootstrap.js';
import { type EvaluationError, errorsOf } from './errors.js';
import { type EvaluationFigure, f1Of, judged, LEVELS, VIEWS } from './evaluate.js';
import { keyOf, type Level, type Mark } from './marks.js';

/** How far a second run does better than a first on one subject. */
export interface ComparedFigure extends Interval {
  readonly level: Level;
  readonly by: EvaluationFigure['by'];
  readonly subject: string;
  /** F1 of the first and of the second run. */
  readonly before: number | null;
  readonly after: number | null;
  /** after − before, with its paired 95 % bootstrap interval over articles: both runs are judged on the same draws. */
  readonly change: number | null;
}

/** Two runs judged on the same gold. */
export interface Comparison {
  readonly figures: readonly ComparedFigure[];
  /** Errors of the first run that the second does not make, and the other way round. */
  readonly mended: readonly EvaluationError[];
  readonly fresh: readonly EvaluationError[];
  /** Instruments of the gold that not both runs hold; they are left out. */
  readonly missing: readonly string[];
}

/** Compares two runs on the same gold, in the instruments that both hold. */
export function compareRuns(
  gold: readonly GoldRow[],
  before: readonly CodedInstrument[],
  after: readonly CodedInstrument[],
  bootstrap: Partial<BootstrapOptions> = {},
): Comparison {
  const held = [before, after].map((run) => new Set(run.map((c) => c.instrument.metadata.id)));
  const isShared = (id: string): boolean => held.every((ids) => ids.has(id));
  const rows = gold.filter((row) => isShared(row.instrument));
  const [first, second] = [judged(rows, before), judged(rows, after)];
  const [old, now] = [errorsOf(first.wanted, first.given), errorsOf(second.wanted, second.given)];
  return {
    figures: figuresOf(first, second, { ...DEFAULT_BOOTSTRAP, ...bootstrap }),
    mended: without(old, now),
    fresh: without(now, old),
    missing: [...new Set(gold.map((row) => row.instrument))].filter((id) => !isShared(id)).sort(),
  };
}

interface Run {
  readonly wanted: readonly Mark[];
  readonly given: readonly Mark[];
}

/** Gold, coded and both of the first run, then of the second. */
type Six = readonly number[];

function figuresOf(first: Run, second: Run, bootstrap: BootstrapOptions): ComparedFigure[] {
  return LEVELS.flatMap((level) =>
    VIEWS.flatMap(([by, subjectOf]) => {
      const subjects = new Map<string, Map<string, number[]>>();
      for (const [at, run] of [first, second].entries()) {
        const wanted = new Map(run.wanted.map((m) => [keyOf(m, level), m]));
        const given = new Map(run.given.map((m) => [keyOf(m, level), m]));
        for (const [key, m] of new Map([...wanted, ...given])) {
          const clusters = subjects.get(subjectOf(m)) ?? new Map<string, number[]>();
          const name = `${m.instrument} ${m.article}`;
          const six = clusters.get(name) ?? [0, 0, 0, 0, 0, 0];
          const says = [wanted.has(key), given.has(key), wanted.has(key) && given.has(key)];
          for (const [i, yes] of says.entries()) six[3 * at + i] = (six[3 * at + i] ?? 0) + Number(yes);
          subjects.set(subjectOf(m), clusters.set(name, six));
        }
      }
      return [...subjects].sort().map(([subject, clusters]) => {
        const sums = [0, 1, 2, 3, 4, 5].map((i) => [...clusters.values()].reduce((t, six) => t + (six[i] ?? 0), 0));
        return {
          ...{ level, by, subject, before: f1Of(sums.slice(0, 3)), after: f1Of(sums.slice(3)), change: changeOf(sums) },
          ...interval([...clusters.values()], changeOf, `compare ${level} ${by} ${subject}`, bootstrap),
        };
      });
    }),
  );
}

function changeOf(sums: Six): number | null {
  const [before, after] = [f1Of(sums.slice(0, 3)), f1Of(sums.slice(3))];
  return before === null || after === null ? null : after - before;
}

function without(errors: readonly EvaluationError[], others: readonly EvaluationError[]): EvaluationError[] {
  const nameOf = (e: EvaluationError): string => `${e.kind} ${e.instrument} ${e.provision} ${e.code}`;
  const known = new Set(others.map(nameOf));
  return errors.filter((e) => !known.has(nameOf(e)));
}
