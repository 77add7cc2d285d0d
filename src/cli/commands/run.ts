import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../model/index.js';
import { alone, type Coder, run } from '../../pipeline/index.js';
import {
  codeFingerprint,
  KnownFiles,
  readRemembered,
  StoreTrouble,
  setAside,
  writeRemembered,
} from '../../store/index.js';
import { remarkOf } from '../../text/coverage.js';
import type { Action } from '../command.js';
import { listCorpus } from '../corpus.js';
import { bookOf, loadCoder, withAnnotators } from '../crew/coder.js';
import { type Hired, hireCrew, hireReader } from '../crew/index.js';
import { InputError, UsageError } from '../failure.js';
import { bold, say } from '../output.js';
import { many, text } from '../print.js';
import { progressOn } from '../progress.js';
import { DEFAULT_DRAWS, DEFAULT_SEED } from '../scoring/input.js';
import { type OpenStudy, openDraft, PACKAGE_ROOT, studyFolder } from '../study.js';
import { editionOf, refuseForeign, renewReport } from './report.js';

type Options = Readonly<Record<string, unknown>>;

const ARCHETYPES = join(PACKAGE_ROOT, 'corpus', 'archetypes');

/** The main job. Ends by printing what it read, coded, aligned and scored, and where to look next. */
export const runCommand: Action = async (_positional, options) => {
  const folders = corpusFolders(options);
  say(
    `Corpus: ${folders.length === 0 ? 'the archetypes alone' : folders.join(', ')} (with the archetypes as reference poles)`,
  );
  const files = knownFiles(options);
  const groups = listCorpus([...folders, ARCHETYPES], files);
  const coder = await withAnnotators(loadCoder(options), options);
  await mendingDamage(options, () => runOnce(groups, files, coder, options));
};

/** Does the work; where the study turns out to be damaged, sets it aside, says so, and does it again on a new one. */
async function mendingDamage(options: Options, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StoreTrouble && error.isDamage)) throw error;
    say(error.message);
    const rescue = setAside(studyFolder(options));
    if (rescue === null) say('Only what a stopped run had left was damaged: that is dropped, and the study stands.');
    else {
      const { aside, annotations, lost } = rescue;
      const study = openDraft(options);
      study.store.addHumanAnnotations(annotations);
      study.close();
      const left = lost === null ? 'none could be read' : lost === 0 ? 'none was lost' : `${lost} could not be read`;
      say(`It lies in ${aside} now and is made anew; codings by hand that were kept: ${annotations.length}; ${left}.`);
    }
    await work();
  }
}

async function runOnce(
  groups: ReturnType<typeof listCorpus>,
  files: KnownFiles,
  coder: Coder,
  options: Options,
): Promise<void> {
  if (options.report !== false) refuseForeign(options);
  const study = openDraft(options);
  const scoring = {
    between: 'jurisdictions',
    asOf: text(options.asOf),
    seed: typeof options.seed === 'number' ? options.seed : DEFAULT_SEED,
    draws: typeof options.draws === 'number' ? options.draws : DEFAULT_DRAWS,
  } as const;
  const threads = typeof options.threads === 'number' ? options.threads : null;
  const queue = text(options.queue);
  const hired =
    queue === null
      ? (hireCrew({ studyFolder: studyFolder(options), options }, groups.length, study.store.canBeShared, threads) ??
        hireReader(alone(study.store, coder)))
      : await hireFromQueue(queue, study, options);
  try {
    if (options.check === true) study.store.check();
    const listed = files.toBytes();
    if (listed !== null) writeRemembered(studyFolder(options), 'files', listed);
    study.store.setMeta('codebook', JSON.stringify(coder.codebook));
    study.store.setMeta('scoring', JSON.stringify(scoring));
    const outcome = await run({
      groups,
      study: study.store,
      coder,
      options: scoring,
      fingerprints: {
        read: codeFingerprint(['ingest', 'parse', 'text', 'model']),
        annotate: codeFingerprint(['annotate', 'codebook', 'text', 'search']),
        compare: codeFingerprint(['align', 'score', 'text']),
      },
      progress: progressOn(process.stderr),
      ...(hired === null ? {} : { crew: hired.crew }),
    });
    const reporter = hired?.reporter() ?? null;
    await hired?.released();
    const edition = reporter === null ? '' : editionOf(study, options);
    await reporter?.read;
    study.store.publish();
    const report =
      options.report === false ? null : ((await reporter?.put(edition)) ?? (await renewReport(study, options)));
    await hired?.dismiss();
    summarise(study, options, report, outcome);
  } finally {
    await hired?.reporter()?.stop();
    await hired?.dismiss();
    await study.store.settled();
    study.close();
  }
}

/** The files that runs read before; none where all is to be looked at. */
function knownFiles(options: Options): KnownFiles {
  // Damaged, they are read anew: no more is lost than time.
  return new KnownFiles(options.check === true ? null : readRemembered(studyFolder(options), 'files').bytes);
}

/** Workers on other machines have the shipped code and the codebook they are sent; a scholar's own annotators they do not have. */
async function hireFromQueue(address: string, study: OpenStudy, options: Options): Promise<Hired> {
  try {
    if (many(options.annotator).length > 0)
      throw new UsageError('Annotators of your own cannot be sent to workers.', 'Leave out --queue or --annotator.');
    const { hireQueue } = await import('../crew/queue/hire.js');
    return await hireQueue(address, study.store, bookOf(options));
  } catch (error) {
    study.close();
    throw error;
  }
}

/** --corpus, else LEXATLAS_CORPUS, else what `fetch` downloaded, else nothing but the archetypes. */
function corpusFolders(options: Options): readonly string[] {
  const named = many(options.corpus);
  if (named.length > 0) return named;
  const fromEnvironment = process.env.LEXATLAS_CORPUS;
  if (fromEnvironment !== undefined && fromEnvironment !== '') {
    if (!existsSync(fromEnvironment))
      throw new InputError(
        `LEXATLAS_CORPUS names ${fromEnvironment}, which does not exist.`,
        'Mend or unset LEXATLAS_CORPUS.',
      );
    return [fromEnvironment];
  }
  const fetched = join('corpus', 'texts');
  return existsSync(fetched) && readdirSync(fetched).length > 0 ? [fetched] : [];
}

function summarise(
  study: OpenStudy,
  options: Options,
  report: string | null,
  outcome: { read: number; coded: number; failed: number; compared: boolean },
): void {
  const s = study.store.summary();
  const kinds = new Map<string, number>();
  const told = study.store.diagnostics();
  for (const d of told) if (d.severity !== 'info') kinds.set(d.ruleId, (kinds.get(d.ruleId) ?? 0) + 1);
  const redone = `${outcome.read} instruments read anew, ${outcome.coded} coded anew, comparison ${outcome.compared ? 'redone' : 'kept'}`;
  const lines = [
    `${bold('Read')}     ${s.instruments} instruments of ${s.jurisdictions} jurisdictions: ${s.articles} articles and sections, ${s.provisions} provisions`,
    `${bold('Coded')}    ${s.annotations} (provision, code) pairs`,
    `${bold('Aligned')}  ${s.alignments} links between comparable provisions`,
    `${bold('Scored')}   ${s.divergences} divergence figures, ${s.tensions} tensions`,
    `${bold('Redone')}   ${redone}`,
    ...(outcome.failed > 0 ? [`${bold('Unread')}   ${outcome.failed} instruments`, ...unread(told)] : []),
    ...[...kinds].sort().map(([rule, n]) => `         ${String(n).padStart(6)} × ${rule}`),
    `${bold('Index')}    ${join(studyFolder(options), 'study.sqlite')}`,
    ...(report === null ? [] : [`${bold('Report')}   ${join(report, 'index.html')}`]),
    '',
    'Three searches worth trying:',
    '  npx lexatlas search "cross-border transfer" --limit 5',
    "  npx lexatlas search 'heading:consent AND withdraw*'",
    '  npx lexatlas search \'"computing facilities" OR "stored within the territory"\' --code localization',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** More unread files than this are counted; the report's page on method tells of all sorts. */
const MOST_UNREAD = 10;

/** What could not be read, file by file: what is wrong with each and what mends it. */
function unread(told: readonly Diagnostic[]): string[] {
  const errors = told.filter((d) => d.severity === 'error');
  const lines = errors
    .slice(0, MOST_UNREAD)
    .map((d) => `         ${d.file === null || d.message.includes(d.file) ? '' : `${d.file}: `}${remarkOf(d)}`);
  return errors.length > MOST_UNREAD ? [...lines, `         and ${errors.length - MOST_UNREAD} more`] : lines;
}
