import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InstrumentMetadata, ResultDelta, Results, Study } from '../../model/index.js';
import { type ReportFormat, report, resultsOf } from '../../pipeline/index.js';
import { codeFingerprint } from '../../store/index.js';
import type { Action } from '../command.js';
import { FEW, WORTH_THREADS } from '../crew/index.js';
import { canHaveThread, inOwnThread } from '../crew/solo/thread.js';
import { InputError } from '../failure.js';
import { say } from '../output.js';
import { many } from '../print.js';
import { counted, progressOn, type StageProgress } from '../progress.js';
import { DEFAULT_FOLDER, folderOf, formatOf, type Held, type ReadEarly } from '../report/early.js';
import { fontFiles } from '../report/fonts.js';
import { filesAsWritten, KeptFiles, type Written } from '../report/kept.js';
import { MARK, Placing } from '../report/place.js';
import { type KeptForReports, plansOf } from '../report/plans.js';
import { outlines, type PlannedIndex, plannedIndex } from '../report/portable.js';
import { type OpenStudy, openForReading, studyFolder, wholeStudy } from '../study.js';

/** Formats that draw the map of regimes. */
const PLANNED: ReadonlySet<ReportFormat> = new Set(['html', 'md', 'docx', 'pdf', 'latex']);

type Options = Readonly<Record<string, unknown>>;

/** Writes a report of the study and says where. */
export const reportCommand: Action = async (_positional, options) => {
  const study = openForReading(options);
  try {
    process.stdout.write(`${await writeReport(study, options)}\n`);
  } finally {
    study.close();
  }
};

/** Makes a report, in a thread of its own where the study is large, and returns its folder. */
export async function writeReport(study: OpenStudy, options: Options, edition = ''): Promise<string> {
  refuseForeign(options);
  const progress = progressOn(process.stderr);
  if (!canHaveThread || !study.store.canBeShared || study.catalogue.length < WORTH_THREADS)
    return makeReport(study, options, edition, progress);
  return String(await inOwnThread({ kind: 'report', options, edition }, progress));
}

/** Makes a report of what the study holds and returns its folder. */
export async function makeReport(
  study: OpenStudy,
  options: Options,
  edition: string,
  progress: StageProgress,
): Promise<string> {
  const isRun = edition !== '';
  progress.begin('study', study.store.countAnnotated());
  // A run holds the study's lock: what it reads later is what stands there now.
  const coded = isRun ? study.store.codedAsNeeded() : study.store.codedInstruments((id) => progress.step('study', id));
  const whole = wholeStudy(study, coded, null);
  progress.end('study', coded.length, 0);
  const memory = keptFiles(study, options);
  const put = await printed(study, options, progress, { whole, isRun, indexed: null, memory });
  return put(edition);
}

/** What the report of a run waits for: what was compared, and that the thread is gone that compared it. */
export interface Awaited {
  readonly results: Promise<ResultDelta>;
  readonly gone: Promise<unknown>;
  /** What there was time to read before. */
  readonly early: ReadEarly | null;
}

/** The new results. Those before are the ones that were read, or stand in the study until the new ones are written. */
function newResults({ store }: OpenStudy, delta: ResultDelta, before: Held | null): Results {
  if (delta.since === null) return resultsOf(delta, null);
  const held = before?.key === delta.since ? before : store.heldResults();
  // They change together with the key, and nothing else is written under it.
  return held.key === delta.key ? held : resultsOf(delta, held);
}

/**
 * Makes the report of a run, in whose lock it is, of what is not in the study yet. Returns what puts it in place under an edition, once the study holds all
 * of it; that says where.
 */
export async function reportOfRun(
  study: OpenStudy,
  options: Options,
  progress: StageProgress,
  { results, gone, early }: Awaited,
): Promise<(edition: string) => Promise<string>> {
  const coded = study.store.codedAsNeeded();
  const isHtml = formatOf(options) === 'html';
  const memory = keptFiles(study, options, early?.files);
  const kept = { folder: studyFolder(options), isRun: true };
  const index = isHtml ? plannedIndex(coded, study.store, kept, early?.index) : null;
  const isSmall = index !== null && index.fresh <= FEW;
  const indexed = isSmall ? index.make() : null;
  const delta = await results;
  if (!isSmall) await gone; // Half a gigabyte goes with it.
  progress.begin('study', coded.length);
  const whole = wholeStudy(study, coded, newResults(study, delta, early?.held ?? null));
  progress.end('study', coded.length, 0);
  return printed(study, options, progress, { whole, isRun: true, indexed, memory });
}

interface ToPrint {
  readonly whole: Study;
  readonly isRun: boolean;
  /** The search index, where it was made before. */
  readonly indexed: ReturnType<PlannedIndex['make']>;
  readonly memory: KeptFiles | null;
}

/** The report that the new one will replace; null for formats of one file. */
function keptFiles({ store }: OpenStudy, options: Options, files?: Written): KeptFiles | null {
  if (formatOf(options) !== 'html') return null;
  return new KeptFiles(files ?? filesAsWritten(folderOf(options)), store, {
    codes: many(options.code),
    jurisdictions: many(options.jurisdiction),
  });
}

async function printed(
  study: OpenStudy,
  options: Options,
  progress: StageProgress,
  { whole, isRun, indexed, memory }: ToPrint,
): Promise<(edition: string) => Promise<string>> {
  const format = formatOf(options);
  const [codes, jurisdictions] = [many(options.code), many(options.jurisdiction)];
  refuseUnknown(whole, codes, jurisdictions);
  const kept = { folder: studyFolder(options), isRun };
  const plans = plansOf(study, whole, { regimes: PLANNED.has(format), years: format === 'html' }, progress, kept);
  const index = format === 'html' ? (indexed ?? indexOf(whole, study, kept, progress)) : null;
  const world = format === 'html' ? outlines() : null;
  const fonts = format === 'pdf' ? fontFiles(many(options.font)) : [];
  const pages = counted('report', progress);
  const files = await report(whole, {
    format,
    codes,
    jurisdictions,
    index,
    world,
    ...plans,
    uncoded: withoutCode(study, whole),
    readUncoded: (id) => study.store.codedInstrument(id)?.instrument ?? null,
    fonts,
    memory,
    onPage: pages.step,
  });
  const listed = memory === null ? files : [...files, memory.list(files)];
  const placing = new Placing(folderOf(options), listed, memory?.kept);
  return async (edition) => {
    await placing.put(edition);
    pages.end(files.length + (memory?.kept.length ?? 0));
    return folderOf(options);
  };
}

function withoutCode({ catalogue }: OpenStudy, whole: Study): InstrumentMetadata[] {
  const coded = new Set(whole.coded.map((c) => c.instrument.metadata.id));
  return catalogue.filter((m) => !coded.has(m.id));
}

function indexOf(
  { coded }: Study,
  { store }: OpenStudy,
  kept: KeptForReports,
  progress: StageProgress,
): ReturnType<PlannedIndex['make']> {
  progress.begin('index', coded.length);
  const index = plannedIndex(coded, store, kept)?.make((id) => progress.step('index', id)) ?? null;
  progress.end('index', index?.documents ?? 0, 0);
  return index;
}

/** A report of a run's study that was made from this very study, by this very code, is left as it is; else it is made anew. */
export async function renewReport(study: OpenStudy, options: Options): Promise<string> {
  const folder = folderOf(options);
  const [mark, edition] = [join(folder, MARK), editionOf(study, options)];
  if (existsSync(mark) && readFileSync(mark, 'utf8').includes(edition)) {
    say('report    unchanged');
    return folder;
  }
  return writeReport(study, options, edition);
}

/** Rooms whose code a report is made by. */
const REPORTING = ['cli', 'model', 'pipeline', 'report', 'score', 'search', 'text'];

/** A hash of all that decides what stands in a report. */
export function editionOf(study: OpenStudy, { format, code, jurisdiction, font }: Options): string {
  const parts = [study.store.edition(), codeFingerprint(REPORTING), format, code, jurisdiction, font];
  return `edition ${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
}

/** A report replaces a report; anything else in its place is somebody's work. @throws InputError before anything is done */
export function refuseForeign(options: Options): void {
  const folder = folderOf(options);
  if (folder === DEFAULT_FOLDER || !existsSync(folder)) return;
  if (readdirSync(folder).length === 0 || existsSync(join(folder, MARK))) return;
  throw new InputError(
    `${folder} holds files that are no report of lexatlas; a report would take their place.`,
    'Name an empty or a new folder with --out.',
  );
}

/** A misspelt code would otherwise give an empty report that looks like an answer. */
function refuseUnknown(study: Study, codes: readonly string[], jurisdictions: readonly string[]): void {
  const known = new Set(study.codebook.codes.flatMap((c) => [c.id, c.family]));
  const places = new Set(study.coded.flatMap((c) => c.instrument.metadata.jurisdictions));
  for (const code of codes)
    if (!known.has(code))
      throw new InputError(
        `There is no code or family ${code} in codebook ${study.codebook.version}.`,
        `Families: ${study.codebook.families.map((f) => f.id).join(', ')}; a code is written transfer.adequacy.`,
      );
  for (const place of jurisdictions)
    if (!places.has(place))
      throw new InputError(
        `No coded instrument of the study is of ${place}.`,
        `Jurisdictions: ${[...places].sort().join(', ')}.`,
      );
}
