import { writeFileSync } from 'node:fs';
import { type AdoptFormat, type Adoption, adoptHand, conflicts, toCsv } from '../../pipeline/index.js';
import { passages } from '../../search/index.js';
import { namedIn } from '../codings/coding.js';
import { type Readable, readCodingFiles } from '../codings/files.js';
import type { Action } from '../command.js';
import { UsageError } from '../failure.js';
import { say } from '../output.js';
import { text } from '../print.js';
import { type OpenStudy, openForReading, openForWriting } from '../study.js';

const CONFLICTS_SHOWN = 20;

/**
 * Takes a person's coding into the study, where it wins over the machine's now and in every later run, and says of every
 * line what became of it.
 */
export const importCommand: Action = async ([path], options) => {
  if (options.list === true) return list(options);
  if (options.undo === true) return undo(options);
  if (typeof path !== 'string') throw new UsageError('No file to take in.', 'lexatlas import my-coding.csv');
  const files = await readCodingFiles(path, text(options.format) as AdoptFormat | null);
  const annotator = text(options.annotator) ?? 'human:import';
  if (!/^human:\S+$/u.test(annotator))
    throw new UsageError(`${annotator} is no person's name.`, 'Say who coded it: --annotator human:ada');
  const study = openForWriting(options);
  try {
    const left: LeftOver[] = [];
    let continues = false;
    for (const one of files) {
      const adoption = takeIn(one, study, annotator, continues);
      continues ||= adoption.annotations.length > 0;
      for (const outcome of ['moved', 'ambiguous', 'orphaned', 'refused'] as const)
        for (const line of adoption[outcome]) left.push({ file: one.file.name, outcome, ...line });
      if (one.file.text.trim() !== '' && total(adoption) === 0) say(`${one.file.name} holds no coding.`);
    }
    for (const { file, outcome, line, instrument, provision, code, reason } of left) {
      const coding = [instrument, provision, code].filter((told) => told !== '').join(' ');
      const place = `${files.length > 1 ? `${file} ` : ''}line ${line}`;
      say([`${outcome.toUpperCase()} ${place}`, ...(coding === '' ? [] : [coding]), reason].join(': '));
    }
    const rejected = text(options.rejected);
    if (rejected !== null) {
      writeFileSync(
        rejected,
        toCsv(
          LEFT_COLUMNS,
          left.map((l) => LEFT_COLUMNS.map((c) => l[c])),
        ),
      );
      say(`Wrote ${left.length} lines to ${rejected}`);
    }
    say('Run lexatlas run to align and score with these corrections; lexatlas import --undo takes them back.');
  } finally {
    study.close();
  }
};

const LEFT_COLUMNS = ['file', 'line', 'outcome', 'instrument', 'provision', 'code', 'reason'] as const;
type LeftOver = Readonly<Record<Exclude<(typeof LEFT_COLUMNS)[number], 'line'>, string>> & { readonly line: number };

function takeIn({ file, format }: Readable, study: OpenStudy, annotator: string, continues: boolean): Adoption {
  const named = namedIn(file, study);
  const instruments = named.map((id) => study.codedInstrument(id).instrument);
  const adoption = adoptHand(file, format, instruments, annotator, codesOf(study));
  const standing = named.flatMap((id) => [
    ...study.store.annotations({ instrument: id }),
    ...study.store.handAnnotations(id).filter((a) => a.rejects === true),
  ]);
  const clashes = conflicts(adoption.annotations, standing);
  for (const { incoming, standing: other, differs } of clashes.slice(0, CONFLICTS_SHOWN))
    say(
      `CONFLICT ${incoming.provision.instrument} ${study.citationOf(incoming.provision)} ${incoming.code}: ${differs}, against ${other.annotator}`,
    );
  if (clashes.length > CONFLICTS_SHOWN) say(`… and ${clashes.length - CONFLICTS_SHOWN} conflicts more.`);
  study.store.addHumanAnnotations(adoption.annotations, file.name, continues);
  index(study, named);
  const ruledOut = adoption.annotations.filter((a) => a.rejects === true).length;
  process.stdout.write(
    `${file.name}: ${adoption.annotations.length} taken in (${ruledOut} of them rule a code out): ${adoption.found.length} found, ${adoption.moved.length} moved; not taken: ${adoption.ambiguous.length} ambiguous, ${adoption.orphaned.length} orphaned, ${adoption.refused.length} refused; ${clashes.length} in conflict with what stood, over which they win.\n`,
  );
  return adoption;
}

const total = (a: Adoption): number =>
  a.found.length + a.moved.length + a.ambiguous.length + a.orphaned.length + a.refused.length;

function codesOf(study: OpenStudy): ReadonlySet<string> | null {
  const codebook = study.store.meta('codebook');
  if (codebook === null) return null;
  return new Set((JSON.parse(codebook) as { codes: { id: string }[] }).codes.map((c) => c.id));
}

/** The index learns what stands now. */
function index(study: OpenStudy, ids: readonly string[]): void {
  for (const id of ids) {
    const { instrument, annotations } = study.codedInstrument(id);
    study.store.putPassages(id, passages(instrument, annotations));
  }
}

function undo(options: Readonly<Record<string, unknown>>): void {
  const study = openForWriting(options);
  try {
    const undone = study.store.undoImport();
    if (undone === null) throw new UsageError('There is no import to take back.', 'lexatlas import --list shows them.');
    index(study, undone.instruments);
    for (const { name, annotator, taken } of undone.records)
      process.stdout.write(`Took back ${taken} codings of ${annotator} from ${name}.\n`);
  } finally {
    study.close();
  }
}

function list(options: Readonly<Record<string, unknown>>): void {
  const study = openForReading(options);
  try {
    for (const { name, annotator, taken } of study.store.imports())
      process.stdout.write(`${name}  ${annotator}  ${taken} codings\n`);
  } finally {
    study.close();
  }
}
