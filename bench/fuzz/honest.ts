import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotate } from '../../src/annotate/index.js';
import { ENDINGS } from '../../src/cli/codings/files.js';
import { codebook } from '../../src/codebook/index.js';
import { ingest } from '../../src/ingest/index.js';
import type { Instrument } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { datasetOf, exportPieces } from '../../src/publish/index.js';
import { CODINGS } from './probe.js';

/** Honest input of the importers: a file for each to start from, and the law that codings are anchored in. */
export interface Honest {
  readonly law: Instrument;
  /** By the importer's name (`IMPORTERS`). */
  readonly files: ReadonlyMap<string, Buffer>;
}

const LAW = 'corpus/archetypes/adequacy.akn.xml';
const CODEBOOK = 'annotations/codebook.json';
/** Files that no export of ours makes. */
const KEPT: Readonly<Record<string, string>> = {
  'gold.csv': 'annotations/gold/archetype__adequacy.csv',
  'coding.csv': 'annotations/gold/archetype__adequacy.csv',
  'coding.jsonl': 'bench/fuzz/coding.jsonl',
  'codebook.json': CODEBOOK,
  'catalogue.json': 'bench/fuzz/catalogue.json',
};
const QUERY = '"cross-border transfer" AND heading:consent* -art_1';

/** The honest files, read and made from what the repository holds below `root`. */
export async function honest(root: string): Promise<Honest> {
  const read = (path: string): Buffer => readFileSync(join(root, path));
  const law = parse(await ingest({ path: LAW, bytes: read(LAW), provenance: null }));
  const book = codebook(read(CODEBOOK).toString('utf8'), CODEBOOK);
  const coded = [{ instrument: law, annotations: annotate(law, book) }];
  const dataset = datasetOf({ codebook: book, coded, alignments: [], divergences: [] });
  const files = new Map(Object.entries(KEPT).map(([name, path]) => [name, read(path)]));
  for (const format of CODINGS) {
    const pieces: Buffer[] = [];
    for await (const { path, content } of exportPieces(dataset, format)) {
      if (ENDINGS[format].test(path)) pieces.push(Buffer.from(content));
    }
    if (pieces.length === 0) throw new Error(`No file of ${format} holds codings.`);
    files.set(format, Buffer.concat(pieces));
  }
  return { law, files: files.set('query', Buffer.from(QUERY)) };
}
