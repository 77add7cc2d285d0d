import { existsSync } from 'node:fs';
import type { Instrument } from '../../model/index.js';
import { readOneFile } from '../../pipeline/index.js';
import { remarkOf } from '../../text/coverage.js';
import type { Action } from '../command.js';
import { listCorpus } from '../corpus.js';
import { say, table } from '../output.js';
import { printData } from '../print.js';
import { instrumentOf, openForReading } from '../study.js';

const COLUMNS = ['instrument', 'eId', 'provision', 'kind', 'heading', 'start', 'end', 'status'];

/** Prints an instrument's tree, in document order; a file is parsed on the spot and not stored. */
export const outlineCommand: Action = async ([name], options) => {
  const instrument = await resolve(String(name), options);
  const rows = instrument.provisions.map((p) => ({
    instrument: instrument.metadata.id,
    eId: p.eId,
    provision: p.citation,
    kind: p.kind,
    heading: p.heading,
    start: p.span.start,
    end: p.span.end,
    status: p.status,
  }));
  for (const d of instrument.diagnostics) say(`${d.severity}: ${remarkOf(d)}`);
  printData(
    rows,
    COLUMNS,
    options,
    () => `${instrument.metadata.title}\n${table(indented(instrument), ['provision', 'kind', 'heading'])}`,
  );
};

async function resolve(name: string, options: Readonly<Record<string, unknown>>): Promise<Instrument> {
  if (!existsSync(name)) {
    const study = openForReading(options);
    try {
      return instrumentOf(study, name);
    } finally {
      study.close();
    }
  }
  return readOneFile(listCorpus([name]));
}

function indented(instrument: Instrument): { provision: string; kind: string; heading: string | null }[] {
  return instrument.provisions.map((p) => ({
    provision: `${'  '.repeat(p.depth)}${p.citation ?? p.eId}`,
    kind: p.kind,
    heading: p.heading,
  }));
}
