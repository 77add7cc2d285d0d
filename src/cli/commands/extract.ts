import { datasetIn, exportAs } from '../../pipeline/index.js';
import { byEId } from '../../text/provisions.js';
import type { Action } from '../command.js';
import { table } from '../output.js';
import { many, printData } from '../print.js';
import { openForReading } from '../study.js';

const COLUMNS = ['instrument', 'provision', 'code', 'modality', 'force', 'addressee', 'confidence', 'start', 'end'];

/** Prints the coded provisions of the named instruments (all, when none is named), a row for each provision and code. */
export const extractCommand: Action = async ([names], options) => {
  const study = openForReading(options);
  try {
    const ids = (names as string[]).map((name) => study.resolve(name));
    const codes = many(options.code);
    const coded = study.coded(ids).map((c) => ({
      ...c,
      annotations: c.annotations.filter((a) => matchesCode(a.code, codes)),
    }));
    if (options.format === 'jsonl') {
      const dataset = { ...datasetIn(study.store), coded: () => coded };
      for (const piece of exportAs(dataset, 'jsonl')) process.stdout.write(piece.content);
      return;
    }
    const rows = coded.flatMap(({ instrument, annotations }) =>
      annotations.map((a) => ({
        instrument: instrument.metadata.id,
        provision: byEId(instrument).get(a.provision.eId)?.citation ?? a.provision.eId,
        code: a.code,
        modality: a.modality,
        force: a.force,
        addressee: a.addressee,
        confidence: Number(a.confidence.toFixed(3)),
        start: a.span.start,
        end: a.span.end,
      })),
    );
    printData(rows, COLUMNS, options, () => table(rows, COLUMNS.slice(0, 7)));
  } finally {
    study.close();
  }
};

/** A code matches itself, its family, or anything when nothing was asked for. */
export function matchesCode(code: string, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some((w) => code === w || code.startsWith(`${w}.`));
}
