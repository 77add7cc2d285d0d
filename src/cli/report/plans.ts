import type { InstrumentMetadata, Study } from '../../model/index.js';
import {
  divergencesOn,
  type ReportOptions,
  regimeMap,
  type ScoreInput,
  scoreMemoryOf,
  series,
} from '../../pipeline/index.js';
import { codeFingerprint, readRemembered, writeRemembered } from '../../store/index.js';
import { counted, type StageProgress } from '../progress.js';
import { drawnBy } from '../scoring/input.js';
import type { OpenStudy } from '../study.js';

/** Sides a series needs: of fewer the mean of their pairs says nothing about a group. */
const FEWEST_SIDES = 3;
/** Draws behind each year's interval: a band on a page needs fewer than a figure in a table. */
const SERIES_DRAWS = 40;

/** Days whose law the heat map can show beside that of today, where laws of the study were in force by then. */
const PAST = ['2010-12-31', '2015-12-31', '2020-12-31'];

/** Where runs keep for each other what their reports are made from. */
export interface KeptForReports {
  readonly folder: string;
  /** Who only reads the study writes nothing beside it. */
  readonly isRun: boolean;
}

/** What a report draws that no table of the study holds: laid out with the seed, the draws and the date of the run. */
export function plansOf(
  study: OpenStudy,
  whole: Study,
  wanted: { readonly regimes: boolean; readonly years: boolean },
  progress: StageProgress,
  kept: KeptForReports,
): Pick<ReportOptions, 'regimes' | 'series' | 'past'> {
  const { seed, draws, asOf } = drawnBy(study, {});
  const { coded, alignments, codebook } = whole;
  const covered = study.catalogue;
  const { bytes } = readRemembered(kept.folder, 'plans'); // Damaged, it is made anew: no more is lost than time.
  const memory = scoreMemoryOf(bytes, study.store, codebook, codeFingerprint(SCORING));
  const input = { coded, alignments, codebook, covered, between: 'jurisdictions', asOf, seed, draws, memory } as const;
  const years = counted('plans', progress);
  const regimes = wanted.regimes ? regimeMap(input, 'all', []) : null;
  const byYear = { ...input, draws: SERIES_DRAWS, onMeasured: years.step };
  const drawn = wanted.years ? lawsByYear(byYear, covered) : null;
  years.end(drawn?.points.length ?? 0);
  const past = wanted.years ? lawOfThePast({ ...input, draws: SERIES_DRAWS }) : [];
  const figures = kept.isRun ? memory.toBytes() : null;
  if (figures !== null) writeRemembered(kept.folder, 'plans', figures);
  return { regimes, series: drawn, past };
}

/** Rooms whose code decides what a pair of sides comes to. */
const SCORING = ['model', 'score', 'text'];

/** Whether the jurisdictions with laws of their own converge, from the second of these laws to the newest; null where they are too few. */
function lawsByYear(
  input: ScoreInput,
  covered: readonly InstrumentMetadata[],
): NonNullable<ReportOptions['series']> | null {
  const coded = new Set(input.coded.filter((c) => c.annotations.length > 0).map((c) => c.instrument.metadata.id));
  const laws = covered.filter((m) => coded.has(m.id) && (m.kind === 'statute' || m.kind === 'regulation'));
  const years = laws.flatMap((m) => Number((m.inForce ?? m.made ?? '').slice(0, 4)) || []).sort((a, b) => a - b);
  const sides = [...new Set(laws.flatMap((m) => m.jurisdictions))].sort();
  const [from, to] = [years[1], years.at(-1)];
  if (sides.length < FEWEST_SIDES || from === undefined || to === undefined || from >= to) return null;
  return series(
    input,
    'all',
    { sides, treaties: false },
    Array.from({ length: to - from + 1 }, (_, i) => from + i),
  );
}

function lawOfThePast(input: ScoreInput): NonNullable<ReportOptions['past']> {
  const days = input.asOf === null ? PAST : PAST.filter((day) => input.asOf !== null && day < input.asOf);
  return divergencesOn(input, days).filter(({ divergences }) => divergences.length > 0);
}
