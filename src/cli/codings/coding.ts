import { existsSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { Codebook } from '../../model/index.js';
import {
  type AdoptFormat,
  adoptHand,
  type Coding,
  type CodingFile,
  type CodingSpan,
  type GoldRow,
} from '../../pipeline/index.js';
import { byEId } from '../../text/provisions.js';
import { InputError } from '../failure.js';
import { say } from '../output.js';
import type { OpenStudy } from '../study.js';
import { formatOf, type Readable, readCodingFiles } from './files.js';
import { readAllGold } from './gold.js';

/**
 * What a coder handed in, in any format that `import` takes. A CSV of citations is read as it stands; all else is anchored in the
 * texts of the study, which gives its places a citation.
 */
export async function readCoding(path: string, asked: AdoptFormat | null, study: OpenStudy | null): Promise<Coding> {
  const coder = basename(path, extname(path));
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const format = asked ?? (isFolder ? 'csv' : formatOf(path));
  if (format === 'csv') {
    const rows = readAllGold(path);
    if (study !== null) tellDoubts(path, rows, study);
    const files = isFolder || study === null ? [] : await readCodingFiles(path, 'csv');
    const isPlaced = files.length > 0 && files.every(({ file }) => /^[^\n]*\bstart\b/u.test(file.text));
    return study !== null && isPlaced ? { coder, rows, spans: anchored(files, study).spans } : { coder, rows };
  }
  if (study === null)
    throw new InputError(
      `${path} gives places in texts, and there is no study that holds them.`,
      'Name the study with --study, or give a CSV with citations.',
    );
  return { coder, ...anchored(await readCodingFiles(path, format), study) };
}

const DOUBTS_SHOWN = 5;

/** Rows that a slip of the pen would make: they are counted as they stand, and the coder is told. */
function tellDoubts(path: string, rows: readonly GoldRow[], study: OpenStudy): void {
  const known = new Set(study.catalogue.map((m) => m.id));
  const { codes } = JSON.parse(study.store.meta('codebook') ?? '{"codes":[]}') as Pick<Codebook, 'codes'>;
  const coded = new Set(codes.map((c) => c.id));
  const doubts = rows.flatMap(({ instrument, provision, code }) => {
    if (!coded.has(code)) return [`the codebook has no code ${code}`];
    const isThere = !known.has(instrument) || study.store.cited(instrument, provision).length > 0;
    return isThere ? [] : [`${instrument} has no provision ${provision}`];
  });
  if (doubts.length === 0) return;
  const shown = [...new Set(doubts)].slice(0, DOUBTS_SHOWN);
  say(
    `${path}: ${doubts.length} rows are counted as they stand, but look wrong: ${shown.join('; ')}${doubts.length > shown.length ? ' …' : '.'}`,
  );
}

function anchored(files: readonly Readable[], study: OpenStudy): { rows: GoldRow[]; spans: CodingSpan[] } {
  const rows: GoldRow[] = [];
  const spans: CodingSpan[] = [];
  for (const { file, format } of files) {
    const instruments = namedIn(file, study).map((id) => study.codedInstrument(id).instrument);
    const byId = new Map(instruments.map((i) => [i.metadata.id, i]));
    const adoption = adoptHand(file, format, instruments, 'human:coder');
    const lost = adoption.ambiguous.length + adoption.orphaned.length;
    if (lost > 0) say(`${file.name}: ${lost} codings have no sure place in the study's texts and are left out.`);
    for (const { line, reason } of adoption.refused) say(`${file.name}: line ${line} is left out: ${reason}`);
    for (const { provision, code, modality, force, span, rejects } of adoption.annotations) {
      const { instrument, eId } = provision;
      const owner = byId.get(instrument);
      const citation = owner === undefined ? null : byEId(owner).get(eId)?.citation;
      rows.push({
        ...{ instrument, provision: citation ?? eId, code, modality, force, note: null },
        rejects: rejects === true,
      });
      if (rejects !== true) spans.push({ instrument, code, start: span.start, end: span.end });
    }
  }
  return { rows, spans };
}

/** The instruments of the study that a file speaks of, by id in its words or its name. */
export function namedIn({ name, text }: CodingFile, study: OpenStudy): string[] {
  return study.catalogue
    .filter((m) => text.includes(m.id) || name.includes(m.id.replaceAll('/', '__')))
    .map((m) => m.id);
}
