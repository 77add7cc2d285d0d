import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import jsonld from 'jsonld';
import { Parser as Turtle } from 'n3';
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
  exportAs,
} from '../../src/publish/index.js';
import { code, coded, instrument } from './build.js';

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
function files(
  laws: readonly (readonly [Instrument, readonly ClauseAnnotation[]])[],
  format: ExportFormat,
  text: 'licensed' | 'never' = 'licensed',
) {
  const out = new Map<string, Buffer>();
  const notes: string[] = [];
  const study = { codebook, coded: laws.map(([l, a]) => coded(l, a)), alignments: [], divergences: [] };
  for (const { path, content } of exportAs(datasetOf(study), format, { text, note: (n) => notes.push(n) }))
    out.set(path, Buffer.concat([out.get(path) ?? Buffer.alloc(0), Buffer.from(content as string)]));
  return { out, notes };
}

const LOSSLESS = ['jsonl', 'webannotation', 'labelstudio', 'brat', 'xmi'] as const;
const MAIN: Readonly<Record<(typeof LOSSLESS)[number] | 'doccano', RegExp>> = {
  jsonl: /\.jsonl$/,
  webannotation: /\.jsonld$/,
  labelstudio: /\.json$/,
  brat: /\.ann$/,
  xmi: /\.xmi$/,
  doccano: /\.jsonl$/,
};

function back(
  out: ReadonlyMap<string, Buffer>,
  format: keyof typeof MAIN & AdoptFormat,
  law: Instrument,
): ClauseAnnotation[] {
  return [...out].flatMap(([name, bytes]) =>
    MAIN[format].test(name)
      ? adopt({ name, text: bytes.toString('utf8') }, format, [law], 'rule:cues').annotations
      : [],
  );
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
  it('comes back as it went out, whatever the text', () => {
    fc.assert(
      fc.property(words, spans, (body, places) => {
        const [law, annotations] = build(body, places);
        expect(back(files([[law, annotations]], format).out, format, law)).toEqual(annotations);
      }),
      { numRuns: 80 },
    );
  });

  it('tells a text that was searched and has no coding from one that was not read', () => {
    const law = instrument('xx/a', [['1', 'A carrier keeps records.']]);
    expect(back(files([[law, []]], format).out, format, law)).toEqual([]);
  });
});

describe('doccano', () => {
  it('brings place and code back, and says what it loses', () => {
    const [law, annotations] = build('A 𝒳 carrier moves 個人情報 abroad.', [
      [2, 9],
      [12, 20],
    ]);
    const { out, notes } = files([[law, annotations]], 'doccano');
    expect(back(out, 'doccano', law).map((a) => [a.code, a.span])).toEqual(annotations.map((a) => [a.code, a.span]));
    expect(notes.join()).toMatch(/modality.*are lost/);
  });
});

describe('a person’s changes in a tool', () => {
  it('win over the record that we left there', () => {
    const [law, annotations] = build('A carrier moves records abroad.', [[0, 8]]);
    const ann =
      files([[law, annotations]], 'brat')
        .out.get('xx__a.ann')
        ?.toString() ?? '';
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
    const { out } = files([[law, annotations]], 'parquet');
    const bytes = out.get('annotations.parquet') ?? Buffer.alloc(0);
    const rows = await parquetReadObjects({
      file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
    });
    expect(rows).toHaveLength(3);
    expect(rows.map((r) => JSON.parse(String(r.record)))).toEqual(annotations);
    for (const r of rows) expect(r.exact).toBe(law.text.slice(Number(r.start), Number(r.end)));
  });

  it('expand our JSON-LD', async () => {
    const page = JSON.parse(
      files([[law, annotations]], 'webannotation')
        .out.get('annotations.jsonld')
        ?.toString() ?? '',
    );
    // The context of the W3C is not fetched: what matters here is that our own terms are declared.
    const context = {
      '@context': [{ '@vocab': 'http://www.w3.org/ns/oa#', id: '@id', type: '@type' }, page['@context'][1]],
    };
    const expanded = await jsonld.expand({ ...page, ...context });
    expect(JSON.stringify(expanded)).toContain('https://lexatlas.example/ns#citation');
  });

  it('parse our SKOS', () => {
    const quads = new Turtle().parse(
      files([[law, annotations]], 'skos')
        .out.get('codebook.ttl')
        ?.toString() ?? '',
    );
    const of = (predicate: string) =>
      quads.filter((q) => q.predicate.value.endsWith(predicate)).map((q) => q.object.value);
    expect(of('#definition')).toContain('a "commitment" \\ to allow');
    expect(of('#closeMatch')).toEqual(['https://w3id.org/dpv#Transfer']);
  });

  it.each(['akn', 'tei', 'xmi'] as const)('parse our %s as XML, with unique ids', (format) => {
    for (const [path, bytes] of files([[law, annotations]], format).out) {
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

  it('follow the grammar of brat standoff', () => {
    const ann =
      files([[law, annotations]], 'brat')
        .out.get('xx__a.ann')
        ?.toString() ?? '';
    for (const line of ann.trimEnd().split('\n'))
      expect(line).toMatch(
        /^(?:T\d+\t[\w-]+ \d+ \d+(?:;\d+ \d+)*\t.+|A\d+\t\w+ T\d+ \w+|#\d+\tAnnotatorNotes T\d+\t.+)$/u,
      );
  });

  it('follow IOB2: an inside tag continues the same code', () => {
    const { out, notes } = files([[law, annotations]], 'conll');
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

  it.each(TEXTUAL)('stay behind in %s where the licence or the user says so', (format) => {
    for (const [one, policy] of [
      [held, 'licensed'],
      [law, 'never'],
    ] as const) {
      const all = [...files([[one, annotations]], format, policy).out.values()]
        .map((b) => b.toString('utf8'))
        .join('\n');
      expect(all).not.toContain('secret carrier');
    }
  });
});

it('lists the same formats in help as in the program', () => {
  const formatsOf = (usage: RegExp) => commands.find((c) => usage.test(c.usage))?.formats;
  expect(formatsOf(/^export/)).toEqual([...EXPORT_FORMATS]);
  expect(formatsOf(/^import/)).toEqual([...ADOPT_FORMATS]);
});
