import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FILES, loadGold } from '../../bench/gold.js';
import type { ClauseAnnotation, Codebook } from '../../src/model/index.js';
import { type AdoptFormat, adopt, datasetOf, exportPieces, opened } from '../../src/publish/index.js';
import { coded, files, LOSSLESS, MAIN } from './build.js';
import { akomaNtosoFaults } from './grammars/akn.js';
import { bratFaults } from './grammars/brat.js';
import { conllFaults } from './grammars/conll.js';
import { type Quoting, quotesOf } from './grammars/quotes.js';
import { xmiFaults } from './grammars/xmi.js';

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

describe.skipIf(instruments.length === 0)('gold in its real laws', () => {
  const shipped = JSON.parse(readFileSync('annotations/codebook.json', 'utf8')) as Codebook;
  const laws = human.map(({ instrument, adoption }) => [instrument, adoption.annotations] as const);

  // The columns of CoNLL are checked below, token by token: cutting Chinese and Japanese into words takes long.
  it.each((Object.keys(quotesOf) as Quoting[]).filter((f) => f !== 'conll'))(
    'is quoted in %s as its offsets say',
    async (format) => {
      for (const [law, annotations] of laws) {
        const { out } = await files([[law, annotations]], format, 'always');
        expect(await quotesOf[format](out, law), law.metadata.id).toEqual([]);
      }
    },
    180_000,
  );

  it.each(['always', 'never'] as const)(
    'is sound Akoma Ntoso, words %s',
    async (text) => {
      for (const [law, annotations] of laws)
        for (const [path, bytes] of (await files([[law, annotations]], 'akn', text)).out)
          expect(akomaNtosoFaults(bytes.toString()), path).toEqual([]);
    },
    180_000,
  );

  it('is a sound CAS, sound standoff and sound columns', async () => {
    for (const [law, annotations] of laws) {
      const of = async (format: 'xmi' | 'brat' | 'conll') =>
        (await files([[law, annotations]], format, 'always', shipped)).out;
      const fileOf = (out: ReadonlyMap<string, Buffer>, ending: RegExp): string =>
        [...out].find(([path]) => ending.test(path))?.[1].toString() ?? '';
      const [cas, brat] = [await of('xmi'), await of('brat')];
      expect(xmiFaults(fileOf(cas, /\.xmi$/), fileOf(cas, /TypeSystem/))).toEqual([]);
      expect(bratFaults(fileOf(brat, /\.ann$/), fileOf(brat, /\.txt$/), fileOf(brat, /\.conf$/))).toEqual([]);
      expect(conllFaults(fileOf(await of('conll'), /\.conll$/), law.text)).toEqual([]);
    }
  }, 180_000);
});
