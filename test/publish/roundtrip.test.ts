import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import jsonld from 'jsonld';
import { Parser as Turtle } from 'n3';
import { readSheet } from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import type { ClauseAnnotation, Codebook, Instrument } from '../../src/model/index.js';
import {
  ADOPT_FORMATS,
  type AdoptFormat,
  adopt,
  datasetOf,
  EXPORT_FORMATS,
  type ExportFormat,
  exportPieces,
  opened,
} from '../../src/publish/index.js';
import { code, coded, instrument, LOSSLESS, MAIN } from './build.js';

const codebook: Codebook = {
  version: '1',
  families: [{ id: 'transfer', label: 'transfer', definition: 'moving data', weight: 1 }],
  codes: [
    {
      id: 'transfer.free-flow',
      family: 'transfer',
      label: 'free flow',
      definition: 'a "commitment" \\ to allow',
      include: '',
      exclude: 'goods',
      principle: null,
      weight: 1,
      scale: 'none-soft-hard',
      crosswalk: { dpv: 'https://w3id.org/dpv#Transfer' },
      cues: [],
    },
  ],
};

/** The files of an export, whole, by path. */
async function files(
  laws: readonly (readonly [Instrument, readonly ClauseAnnotation[]])[],
  format: ExportFormat,
  text: 'licensed' | 'never' = 'licensed',
) {
  const out = new Map<string, Buffer>();
  const notes: string[] = [];
  const study = { codebook, coded: laws.map(([l, a]) => coded(l, a)), alignments: [], divergences: [] };
  for await (const { path, content } of exportPieces(datasetOf(study), format, { text, note: (n) => notes.push(n) }))
    out.set(path, Buffer.concat([out.get(path) ?? Buffer.alloc(0), Buffer.from(content as string)]));
  return { out, notes };
}

async function back(
  out: ReadonlyMap<string, Buffer>,
  format: AdoptFormat,
  law: Instrument,
): Promise<ClauseAnnotation[]> {
  const all: ClauseAnnotation[] = [];
  for (const [name, bytes] of out) {
    if (!MAIN[format].test(name)) continue;
    const { file, format: text } = await opened({ name, bytes }, format);
    all.push(...adopt(file, text, [law], 'rule:cues').annotations);
  }
  return all;
}

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

  it.each(['akn', 'tei', 'xmi'] as const)('parse our %s as XML, with unique ids', async (format) => {
    for (const [path, bytes] of (await files([[law, annotations]], format)).out) {
      const ids: string[] = [];
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (e) => {
        throw new Error(`${path}: ${e.message}`);
      });
      parser.on('opentag', ({ attributes }) => {
        for (const [name, a] of Object.entries(attributes))
          if ((format === 'xmi' ? /^xmi:id$/ : /^(?:eId|xml:id)$/).test(name))
            ids.push(String((a as { value: string }).value));
      });
      parser.write(bytes.toString('utf8')).close();
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('follow the grammar of brat standoff', async () => {
    const ann = (await files([[law, annotations]], 'brat')).out.get('xx__a.ann')?.toString() ?? '';
    for (const line of ann.trimEnd().split('\n'))
      expect(line).toMatch(
        /^(?:T\d+\t[\w-]+ \d+ \d+(?:;\d+ \d+)*\t.+|A\d+\t\w+ T\d+ \w+|#\d+\tAnnotatorNotes T\d+\t.+)$/u,
      );
  });

  it('follow IOB2: an inside tag continues the same code', async () => {
    const { out, notes } = await files([[law, annotations]], 'conll');
    const rows = (out.get('xx__a.conll')?.toString() ?? '').trimEnd().split('\n');
    let before = 'O';
    for (const row of rows) {
      if (row === '') continue;
      const [token, start, end, tag = ''] = row.split('\t');
      expect(law.text.slice(Number(start), Number(end))).toBe(token);
      if (tag.startsWith('I-')) expect(before.slice(2)).toBe(tag.slice(2));
      before = tag;
    }
    expect(notes.join()).toMatch(/overlap .* are lost/);
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
