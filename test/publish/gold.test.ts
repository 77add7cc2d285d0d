import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FILES, loadGold } from '../../bench/gold.js';
import type { ClauseAnnotation } from '../../src/model/index.js';
import { type AdoptFormat, adopt, datasetOf, exportPieces, opened } from '../../src/publish/index.js';
import { coded, LOSSLESS, MAIN } from './build.js';

const instruments = await loadGold();
if (instruments.length < Object.keys(FILES).length)
  console.warn(
    `test/publish/gold: only ${instruments.length} of ${Object.keys(FILES).length} gold texts are here (LEXATLAS_CORPUS, ../shared/corpus); the others are SKIPPED.`,
  );

/** The gold of each instrument as a person's coding, anchored in the text as read today. */
const human = instruments.map(({ id, instrument }) => {
  const name = `annotations/gold/dev/${id.replace('/', '__')}.csv`;
  const adoption = adopt({ name, text: readFileSync(name, 'utf8') }, 'csv', [instrument], 'human:gold');
  return { instrument, adoption };
});

it.skipIf(instruments.length === 0)('the gold finds its places: hardly a row is lost, and none in silence', () => {
  let rows = 0;
  let lost = 0;
  for (const { adoption } of human) {
    const { found, moved, ambiguous, orphaned } = adoption;
    rows += found.length + moved.length + ambiguous.length + orphaned.length;
    lost += ambiguous.length + orphaned.length;
  }
  // Of 1,443 rows all were found on 2026-11-25; a parser that names a few units otherwise must not fail here.
  expect(lost / rows).toBeLessThan(0.02);
});

it.skipIf(instruments.length === 0).each(LOSSLESS.map((format) => [format, MAIN[format]] as const))(
  'all gold comes back from %s as it went out',
  async (name, ending) => {
    const format = name as AdoptFormat & 'csv';
    const laws = human.map((h) => coded(h.instrument, h.adoption.annotations));
    const out = new Map<string, Buffer[]>();
    const dataset = datasetOf({
      codebook: { version: '1', families: [], codes: [] },
      coded: laws,
      alignments: [],
      divergences: [],
    });
    for await (const { path, content } of exportPieces(dataset, format, { text: 'always' }))
      out.set(path, [...(out.get(path) ?? []), Buffer.from(content as string)]);
    const back: ClauseAnnotation[] = [];
    for (const [path, pieces] of out) {
      if (!ending.test(path)) continue;
      const { file, format: text } = await opened({ name: path, bytes: Buffer.concat(pieces) }, format);
      back.push(
        ...adopt(
          file,
          text,
          laws.map((l) => l.instrument),
          'human:gold',
        ).annotations,
      );
    }
    const order = (list: readonly ClauseAnnotation[]): string[] => list.map((a) => JSON.stringify(sorted(a))).sort();
    expect(order(back)).toEqual(order(laws.flatMap((l) => l.annotations)));
  },
  120_000,
);

/** Fields in one order, for JSON text is compared. */
function sorted(a: ClauseAnnotation): object {
  return Object.fromEntries(Object.entries(a).sort(([x], [y]) => (x < y ? -1 : 1)));
}
