import { existsSync } from 'node:fs';
import type { Codebook } from '../../model/index.js';
import { PART_WEIGHTS, readWeights, type ScoreInput } from '../../pipeline/index.js';
import { codeFingerprint } from '../../store/index.js';
import { InputError } from '../failure.js';
import { many, text } from '../print.js';
import { type OpenStudy, PACKAGE_ROOT, shipped } from '../study.js';

type Options = Readonly<Record<string, unknown>>;

/** Defaults of the run: its stored figures are these unless it was told otherwise. */
export const DEFAULT_SEED = 7;
export const DEFAULT_DRAWS = 100;

/** Everything a figure depends on besides the tables it was made from. */
export interface Parameters {
  readonly command: string;
  readonly asOf: string | null;
  readonly between: ScoreInput['between'];
  readonly seed: number;
  readonly draws: number;
  readonly partWeights: Readonly<Record<string, number>>;
  readonly familyWeights: Readonly<Record<string, number>>;
  readonly codeWeights: Readonly<Record<string, number>>;
  readonly codebook: string;
  /** Version of the package and the hash of the code that made the figures. */
  readonly version: string;
  readonly code: string;
}

/**
 * What the user asked to be scored, from the study and the options. Where several instruments are all that is asked `about`, the others are not
 * read: they change nothing between these. @throws InputError for a date or a weight that is none.
 */
export function scoringInput(study: OpenStudy, options: Options, about: readonly string[] = []): ScoreInput {
  const codebook = storedCodebook(study);
  const asOf = text(options.asOf);
  if (asOf !== null && !/^\d{4}-\d{2}-\d{2}$/.test(asOf))
    throw new InputError(`--as-of ${asOf} is no day.`, 'Write it as 2020-01-31.');
  const between = text(options.between) ?? 'jurisdictions';
  if (between !== 'instruments' && between !== 'jurisdictions')
    throw new InputError(`--between ${between} is unknown.`, 'Take instruments or jurisdictions.');
  return {
    coded: between === 'instruments' && about.length > 1 ? study.coded(about) : study.store.codedInstruments(),
    alignments: study.store.alignments(),
    codebook,
    covered: study.catalogue,
    between,
    asOf,
    seed: typeof options.seed === 'number' ? options.seed : DEFAULT_SEED,
    draws: typeof options.draws === 'number' ? options.draws : DEFAULT_DRAWS,
    weights: weightsOf(options, codebook),
  };
}

/** The user's weights. @throws InputError with the names there are. */
function weightsOf(options: Options, codebook: Codebook) {
  return asInput(
    () => readWeights(many(options.weight), codebook),
    'Write --weight NAME=NUMBER, once for each weight.',
  );
}

/** What a pure room calls wrong about its arguments, as an input error with a mend. */
export function asInput<T>(work: () => T, mend: string): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error) || 'mend' in error) throw error;
    throw new InputError(error.message, mend);
  }
}

/** True where the options ask for other figures than those the run stored. */
export function isRescored(options: Options): boolean {
  return ['asOf', 'between', 'seed', 'draws', 'weight'].some((name) => options[name] !== undefined);
}

/** What figures made with the options were drawn by; that of the stored figures where the options change nothing. */
export function drawnBy(study: OpenStudy, options: Options): Pick<Parameters, 'asOf' | 'between' | 'seed' | 'draws'> {
  const stored = JSON.parse(study.store.meta('scoring') ?? '{}') as Partial<Parameters>;
  const ofRun = isRescored(options) ? {} : stored;
  const own = (key: string, otherwise: number) => (typeof options[key] === 'number' ? Number(options[key]) : otherwise);
  return {
    asOf: text(options.asOf) ?? ofRun.asOf ?? null,
    between: (text(options.between) ?? ofRun.between ?? 'jurisdictions') as ScoreInput['between'],
    seed: own('seed', ofRun.seed ?? DEFAULT_SEED),
    draws: own('draws', ofRun.draws ?? DEFAULT_DRAWS),
  };
}

/** The parameters of figures made with the options; of the stored figures where the options change nothing. */
export function parametersOf(study: OpenStudy, options: Options, command: string): Parameters {
  const codebook = storedCodebook(study);
  const weights = weightsOf(options, codebook);
  return {
    command,
    ...drawnBy(study, options),
    partWeights: { ...PART_WEIGHTS, ...weights.parts },
    familyWeights: Object.fromEntries(codebook.families.map((f) => [f.id, weights.families?.[f.id] ?? f.weight])),
    codeWeights: Object.fromEntries(codebook.codes.map((c) => [c.id, weights.codes?.[c.id] ?? c.weight])),
    codebook: codebook.version,
    version: packageVersion(),
    code: codeFingerprint(['ingest', 'parse', 'annotate', 'align', 'score', 'codebook', 'text', 'model']),
  };
}

function storedCodebook(study: OpenStudy): Codebook {
  const written = study.store.meta('codebook');
  if (written === null) throw new InputError('The study has not been coded yet.', 'Run: lexatlas run');
  return JSON.parse(written) as Codebook;
}

function packageVersion(): string {
  if (!existsSync(`${PACKAGE_ROOT}/package.json`)) return 'unknown';
  const { version } = JSON.parse(shipped('package.json', null).text) as { version?: string };
  return version ?? 'unknown';
}
