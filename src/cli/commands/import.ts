import { existsSync, readFileSync } from 'node:fs';
import { type AdoptFormat, adoptHand, correctedPassages } from '../../pipeline/index.js';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';
import { say } from '../output.js';
import { text } from '../print.js';
import { openForWriting } from '../study.js';

/**
 * Takes a person's coding into the study, where it wins over the machine's now and in every later run, and says of every
 * line what became of it.
 */
export const importCommand: Action = async ([file], options) => {
  const path = String(file);
  if (!existsSync(path)) throw new InputError(`There is no file ${path}.`, 'Check the path.');
  const content = readFileSync(path, 'utf8');
  const format = (text(options.format) ?? formatOf(path)) as AdoptFormat;
  const annotator = text(options.annotator) ?? 'human:import';
  const study = openForWriting(options);
  try {
    const named = study.catalogue
      .filter((m) => content.includes(m.id) || path.includes(m.id.replaceAll('/', '__')))
      .map((m) => study.codedInstrument(m.id).instrument);
    const adoption = adoptHand({ name: path, text: content }, format, named, annotator);
    study.store.addHumanAnnotations(adoption.annotations);
    for (const instrument of named) {
      const { id } = instrument.metadata;
      study.store.putPassages(id, correctedPassages(instrument, study.store.annotations({ instrument: id })));
    }
    for (const outcome of ['moved', 'ambiguous', 'orphaned'] as const) {
      for (const line of adoption[outcome])
        say(
          `${outcome.toUpperCase()} line ${line.line}: ${line.instrument} ${line.provision} ${line.code}: ${line.reason}`,
        );
    }
    const ruledOut = adoption.annotations.filter((a) => a.rejects === true).length;
    process.stdout.write(
      `${adoption.annotations.length} taken in (${ruledOut} of them rule a code out): ${adoption.found.length} found, ${adoption.moved.length} moved; not taken: ${adoption.ambiguous.length} ambiguous, ${adoption.orphaned.length} orphaned.\n`,
    );
    if (adoption.annotations.length > 0) say('Run lexatlas run to align and score with these corrections.');
  } finally {
    study.close();
  }
};

/** What the ending of a file's name suggests; a spreadsheet's CSV otherwise. */
function formatOf(path: string): AdoptFormat {
  if (/\.(?:jsonl|ndjson)$/u.test(path)) return 'jsonl';
  if (/\.jsonld$/u.test(path)) return 'webannotation';
  if (/\.ann$/u.test(path)) return 'brat';
  if (/\.xmi$/u.test(path)) return 'xmi';
  return /\.json$/u.test(path) ? 'labelstudio' : 'csv';
}
