import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import jsonld from 'jsonld';
import { Parser as Turtle } from 'n3';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import type { ClauseAnnotation, Instrument } from '../../src/model/index.js';
import { ADOPT_FORMATS, adopt, EXPORT_FORMATS } from '../../src/publish/index.js';
import { back, code, files, instrument, LOSSLESS } from './build.js';
import { akomaNtosoFaults } from './grammars/akn.js';
import { bratFaults } from './grammars/brat.js';
import { conllFaults } from './grammars/conll.js';
import { type Quoting, quotesOf } from './grammars/quotes.js';
import { all, readXml } from './grammars/tree.js';
import { xmiFaults } from './grammars/xmi.js';

/** Text as laws have it, with what breaks naive tools: astral characters, CJK, right-to-left, quotes, markup, line breaks. */
const words = fc
  .array(
    fc.constantFrom(
      'a carrier',
      '𝒳𝒴',
      '個人情報を',
      'نقل البيانات',
      '"shall"',
      '<b>&amp;',
      '\n',
      '\t',
      'é',
      '; T1',
      '# x',
      '👩‍⚖️',
      '‮rtl‬',
      ' ',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => `${parts.join(' ')} x`);
const spans = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 });

function build(body: string, places: readonly (readonly [number, number])[]): [Instrument, ClauseAnnotation[]] {
  const law = instrument('xx/a', [
    ['1', body],
    ['2', 'Nothing more.'],
  ]);
  const home = law.provisions.find((p) => p.citation === '1');
  const length = (home?.span.end ?? 1) - (home?.span.start ?? 0);
  const annotations = places.map(([x, y], i) => {
    const [a, b] = [x % length, y % length].sort((p, q) => p - q) as [number, number];
    const span = { start: whole(law.text, a), end: whole(law.text, b + 1) };
    const isBlank = law.text.slice(span.start, span.end).trim() === '';
    return {
      ...code(law, '1', 'transfer.free-flow'),
      confidence: 0.5 + i / 100,
      span: isBlank ? { start: 0, end: length } : span,
    };
  });
  return [law, annotations];
}

/** Tools that count code points cannot cut a character in two. */
const whole = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at);

describe.each(LOSSLESS)('%s', (format) => {
  it('comes back as it went out, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(words, spans, async (body, places) => {
        const [law, annotations] = build(body, places);
        expect(await back((await files([[law, annotations]], format)).out, format, law)).toEqual(annotations);
      }),
      // A workbook takes twenty times as long as the rest.
      { numRuns: format === 'xlsx' ? 15 : 80 },
    );
  }, 60_000);

  it('keeps apart what is coded, what a person ruled out, and what nobody labelled', async () => {
    const [law, [one, two]] = build('A carrier moves records abroad, and tells.', [
      [0, 8],
      [10, 20],
    ]);
    if (one === undefined || two === undefined) throw new Error('two codings are wanted');
    const annotations = [one, { ...two, code: 'transfer.general', rejects: true }];
    const again = await back((await files([[law, annotations]], format)).out, format, law);
    expect(again).toEqual(annotations);
    expect(again.filter((a) => a.code === 'transfer.onward')).toEqual([]);
  });

  it('has no coding of a text that was searched and has none', async () => {
    const law = instrument('xx/a', [['1', 'A carrier keeps records.']]);
    expect(await back((await files([[law, []]], format)).out, format, law)).toEqual([]);
  });
});

describe('doccano', () => {
  it('brings place and code back, and says what it loses', async () => {
    const [law, annotations] = build('A 𝒳 carrier moves 個人情報 abroad.', [
      [2, 9],
      [12, 20],
    ]);
    const { out, notes } = await files([[law, annotations]], 'doccano');
    expect((await back(out, 'doccano', law)).map((a) => [a.code, a.span])).toEqual(
      annotations.map((a) => [a.code, a.span]),
    );
    expect(notes.join()).toMatch(/modality.*are lost/);
  });
});

describe('a person’s changes in a tool', () => {
  it('win over the record that we left there', async () => {
    const [law, annotations] = build('A carrier moves records abroad.', [[0, 8]]);
    const ann = (await files([[law, annotations]], 'brat')).out.get('xx__a.ann')?.toString() ?? '';
    const renamed = ann
      .replace(/T1\ttransfer_free-flow 0 9\t.*/, 'T1\ttransfer_general 2 9\tcarrier')
      .replace('A1\tmodality T1 obligation', 'A1\tmodality T1 right');
    const [one] = adopt({ name: 'xx__a.ann', text: renamed }, 'brat', [law], 'human:ada').annotations;
    expect(one).toMatchObject({
      code: 'transfer.general',
      modality: 'right',
      span: { start: 2, end: 9 },
      annotator: 'human:ada',
    });
  });
});

describe('independent readers', () => {
  const [law, annotations] = build('A "carrier" & co. <moves> 個人情報 abroad; 𝒳.\nNext line.', [
    [0, 9],
    [3, 60],
    [20, 30],
  ]);

  it('read our Parquet', async () => {
    const { out } = await files([[law, annotations]], 'parquet');
    const bytes = out.get('annotations.parquet') ?? Buffer.alloc(0);
    const rows = await parquetReadObjects({
      file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    });
    expect(rows).toHaveLength(3);
    expect(rows.map((r) => JSON.parse(String(r.record)))).toEqual(annotations);
    for (const r of rows) expect(r.exact).toBe(law.text.slice(Number(r.start), Number(r.end)));
  });

  it('read our workbook: a field a column, the words of each coding as its offsets say', async () => {
    const { out } = await files([[law, annotations]], 'xlsx');
    const [head = [], ...rows] = await readSheet(out.get('annotations.xlsx') ?? Buffer.alloc(0), 'annotations');
    expect(rows).toHaveLength(3);
    const cell = (row: readonly unknown[], name: string): unknown => row[head.indexOf(name)];
    for (const [i, row] of rows.entries()) {
      const one = annotations[i];
      expect([cell(row, 'code'), cell(row, 'start'), cell(row, 'end')]).toEqual([
        one?.code,
        one?.span.start,
        one?.span.end,
      ]);
      // This reader trims cells.
      expect(cell(row, 'words')).toBe(law.text.slice(Number(cell(row, 'start')), Number(cell(row, 'end'))).trim());
    }
    const { out: bare } = await files([[law, annotations]], 'xlsx', 'never');
    const without = await readSheet(bare.get('annotations.xlsx') ?? Buffer.alloc(0), 'annotations');
    expect(without.slice(1).map((row) => cell(row, 'words'))).toEqual([null, null, null]);
  });

  it('expand our JSON-LD', async () => {
    const page = JSON.parse(
      (await files([[law, annotations]], 'webannotation')).out.get('annotations.jsonld')?.toString() ?? '',
    );
    // The context of the W3C is not fetched: what matters here is that our own terms are declared.
    const context = {
      '@context': [{ '@vocab': 'http://www.w3.org/ns/oa#', id: '@id', type: '@type' }, page['@context'][1]],
    };
    const expanded = await jsonld.expand({ ...page, ...context });
    expect(JSON.stringify(expanded)).toContain('https://lexatlas.example/ns#citation');
  });

  it('parse our SKOS', async () => {
    const quads = new Turtle().parse(
      (await files([[law, annotations]], 'skos')).out.get('codebook.ttl')?.toString() ?? '',
    );
    const of = (predicate: string) =>
      quads.filter((q) => q.predicate.value.endsWith(predicate)).map((q) => q.object.value);
    expect(of('#definition')).toContain('a "commitment" \\ to allow');
    expect(of('#closeMatch')).toEqual(['https://w3id.org/dpv#Transfer']);
  });

  it('parse our TEI as XML, with unique ids', async () => {
    for (const [, bytes] of (await files([[law, annotations]], 'tei')).out) {
      const ids = [...all(readXml(bytes.toString('utf8')))].flatMap((e) => e.attributes['xml:id'] ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('say what CoNLL loses', async () => {
    expect((await files([[law, annotations]], 'conll')).notes.join()).toMatch(/overlap .* are lost/);
  });
});

describe('any text with any spans, overlapping and nested', () => {
  const any = fc.tuple(words, spans).map(([body, places]) => build(body, places));
  const whole = (out: ReadonlyMap<string, Buffer>, ending: RegExp): string =>
    [...out].find(([path]) => ending.test(path))?.[1].toString() ?? '';

  it.each(Object.keys(quotesOf) as Quoting[])(
    'is quoted in %s as its offsets say',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(any, async ([law, annotations]) => {
          expect(await quotesOf[format]((await files([[law, annotations]], format)).out, law)).toEqual([]);
        }),
        { numRuns: format === 'xlsx' ? 15 : 80 },
      );
    },
    60_000,
  );

  it('follows the grammars of Akoma Ntoso, UIMA, brat and CoNLL', async () => {
    await fc.assert(
      fc.asyncProperty(any, async ([law, annotations]) => {
        const out = async (format: 'akn' | 'xmi' | 'brat' | 'conll') => (await files([[law, annotations]], format)).out;
        expect(akomaNtosoFaults(whole(await out('akn'), /\.xml$/))).toEqual([]);
        const cas = await out('xmi');
        expect(xmiFaults(whole(cas, /\.xmi$/), whole(cas, /TypeSystem/))).toEqual([]);
        const brat = await out('brat');
        expect(bratFaults(whole(brat, /\.ann$/), whole(brat, /\.txt$/), whole(brat, /\.conf$/))).toEqual([]);
        expect(conllFaults(whole(await out('conll'), /\.conll$/), law.text)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is not called sound where it is not', async () => {
    const [law, annotations] = build('A carrier moves 𝒳 abroad.', [[0, 8]]);
    const of = async (format: 'akn' | 'xmi' | 'brat' | 'conll') => (await files([[law, annotations]], format)).out;
    const akn = whole(await of('akn'), /\.xml$/);
    expect(akomaNtosoFaults(akn.replace(/<FRBRauthor [^>]*>/, ''))).not.toEqual([]);
    expect(akomaNtosoFaults(akn.replace('eId="art_2"', 'eId="art_1"'))).not.toEqual([]);
    expect(akomaNtosoFaults(akn.replace('href="#art_1', 'href="#art_9'))).not.toEqual([]);
    const cas = await of('xmi');
    const [xmi, types] = [whole(cas, /\.xmi$/), whole(cas, /TypeSystem/)];
    expect(xmiFaults(xmi.replace(/end="\d+" code/, 'end="9999" code'), types)).not.toEqual([]);
    expect(xmiFaults(xmi, types.replace('<name>modality</name>', '<name>mood</name>'))).not.toEqual([]);
    const brat = await of('brat');
    const [ann, txt, conf] = [/\.ann$/, /\.txt$/, /\.conf$/].map((ending) => whole(brat, ending)) as [
      string,
      string,
      string,
    ];
    expect(bratFaults(ann.replace(/ 0 (\d+)/, ' 1 $1'), txt, conf)).not.toEqual([]);
    expect(conllFaults(whole(await of('conll'), /\.conll$/).replace('B-', 'I-'), law.text)).not.toEqual([]);
  });
});

describe('words of the law', () => {
  const law = { ...instrument('xx/a', [['1', 'A secret carrier clause.']]) };
  const held = { ...law, metadata: { ...law.metadata, licence: 'Translation by named authors; licence not stated' } };
  const annotations = [code(law, '1', 'transfer.free-flow')];
  const TEXTUAL = EXPORT_FORMATS.filter((f) => !['skos', 'csl', 'bibtex', 'alignments', 'divergence'].includes(f));

  it.each(TEXTUAL)('stay behind in %s where the licence or the user says so', async (format) => {
    for (const [one, policy] of [
      [held, 'licensed'],
      [law, 'never'],
    ] as const) {
      const all = [...(await files([[one, annotations]], format, policy)).out.values()]
        .map((b) => b.toString('utf8'))
        .join('\n');
      expect(all).not.toContain('secret carrier');
    }
  });
});

it('lists the same formats in help as in the program', async () => {
  const formatsOf = (usage: RegExp) => commands.find((c) => usage.test(c.usage))?.formats;
  expect(formatsOf(/^export/)?.filter((f) => f !== 'ndjson')).toEqual([...EXPORT_FORMATS]);
  expect(formatsOf(/^import/)).toEqual([...ADOPT_FORMATS]);
});
