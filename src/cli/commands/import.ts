import { type AdoptFormat, adoptHand } from '../../pipeline/index.js';
import { passages } from '../../search/index.js';
import { namedIn } from '../codings/coding.js';
import { formatOf, readCodingFiles } from '../codings/files.js';
import type { Action } from '../command.js';
import { say } from '../output.js';
import { text } from '../print.js';
import { openForWriting } from '../study.js';

/**
 * Takes a person's coding into the study, where it wins over the machine's now and in every later run, and says of every
 * line what became of it.
 */
export const importCommand: Action = async ([path], options) => {
  const format = (text(options.format) ?? formatOf(String(path))) as AdoptFormat;
  const annotator = text(options.annotator) ?? 'human:import';
  const study = openForWriting(options);
  try {
    for (const file of readCodingFiles(String(path), format)) {
      const named = namedIn(file, study).map((id) => study.codedInstrument(id).instrument);
      const adoption = adoptHand(file, format, named, annotator);
      study.store.addHumanAnnotations(adoption.annotations);
      for (const instrument of named) {
        const { id } = instrument.metadata;
        study.store.putPassages(id, passages(instrument, study.store.annotations({ instrument: id })));
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
    }
  } finally {
    study.close();
  }
};
