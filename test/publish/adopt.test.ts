import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Study } from '../../src/model/index.js';
import { adopt as adoptFile, datasetOf, exportAs, type TextFormat } from '../../src/publish/index.js';
import { code, coded, instrument } from './build.js';

const law = instrument('xx/a', [
  ['1', 'A carrier keeps records. It tells the office.'],
  ['2', 'Data may leave. It tells the office.'],
]);
const study = (
  law_ = law,
  annotations = [code(law, '1(2)', 'cooperation.authority'), code(law, '2(1)', 'transfer.general')],
) => ({ coded: [coded(law_, annotations)] }) as unknown as Study;
const exported = (format: 'csv' | 'jsonl' | 'webannotation') => written(study(), format);
const written = (of: Study, format: 'csv' | 'jsonl' | 'webannotation'): string =>
  [...exportAs(datasetOf(of), format)].map((p) => String(p.content)).join('');
const adopt = (text: string, format: TextFormat, laws: Parameters<typeof adoptFile>[2], annotator: string) =>
  adoptFile({ name: `coding.${format}`, text }, format, laws, annotator);

describe('adopting a human coding', () => {
  it.each(['csv', 'jsonl'] as const)('brings %s back as it went out', (format) => {
    const { annotations, found, moved, ambiguous, orphaned } = adopt(exported(format), format, [law], 'human:ada');
    expect([found.length, moved.length, ambiguous.length, orphaned.length]).toEqual([2, 0, 0, 0]);
    expect(annotations).toEqual(study().coded[0]?.annotations.map((a) => ({ ...a, annotator: 'human:ada' })));
  });

  it('moves what stands elsewhere now, by quote and context', () => {
    const later = instrument('xx/a', [
      ['1', 'Preface.'],
      ['1a', 'A carrier keeps records. It tells the office.'],
      ['2', 'Data may leave. It tells the office.'],
    ]);
    const result = adopt(exported('jsonl'), 'jsonl', [later], 'human:ada');
    expect(result.moved.map((m) => m.reason)).toEqual([
      'The quoted words now stand at 1a(2).',
      'The quoted words now stand at 2(1).',
    ]);
    for (const a of result.annotations) expect(later.text.slice(a.span.start, a.span.end)).not.toBe('');
  });

  it('takes nothing on a guess: repeated words are ambiguous, vanished words and unknown laws orphaned', () => {
    const line = (exact: string, instrument_ = 'xx/a') =>
      `${JSON.stringify({ instrument: instrument_, provision: '7', code: 'a.b', quote: { exact } })}\n`;
    const result = adopt(
      line('It tells the office.') + line('Nowhere to be seen') + line('x', 'no/law'),
      'jsonl',
      [law],
      'human:ada',
    );
    expect(result.annotations).toEqual([]);
    expect(result.ambiguous.map((a) => a.line)).toEqual([1]);
    expect(result.orphaned.map((a) => a.line)).toEqual([2, 3]);
  });

  it('reads a plain coding file with citations only', () => {
    const csv =
      'instrument,provision,code,modality,force,note\nxx/a,2(1),transfer.general,permission,soft,may leave\nxx/a,8,transfer.general,,,\n';
    const { annotations, orphaned } = adopt(csv, 'csv', [law], 'human:ada');
    expect(annotations).toMatchObject([{ modality: 'permission', force: 'soft', addressee: 'other', confidence: 1 }]);
    expect(orphaned[0]?.reason).toContain('no provision 8');
  });

  it.each([
    ['csv', 'instrument,provision,code,modality\nxx/a,1,a.b,maybe\n', 'line 2: modality'],
    ['csv', 'instrument,provision,code,start,end\nxx/a,1,a.b,9,3\n', 'line 2: span'],
    ['jsonl', '{"instrument":"xx/a"}\n', 'line 1: provision'],
    ['jsonl', '{\n', 'coding.jsonl: line 1: not JSON'],
    ['doccano', '{"label":[null]}\n', 'line 1: span'],
    ['conll', 'word\tx\n', 'line 1: not a token'],
    ['brat', 'T1 nothing\n', 'line 1: not a line of brat'],
    ['labelstudio', '[null,{"annotations":[{"result":[{"value":{"labels":["a.b"]}}]}]}]', 'line 1: span'],
    ['webannotation', '{"items":[null]}', 'line 1: instrument'],
  ] as const)('refuses a %s file of which nothing can be read, and names the line', (format, text, message) => {
    expect(() => adopt(text, format, [law], 'human:ada')).toThrow(message);
  });
});

describe('a file with broken lines', () => {
  const whole = (format: 'csv' | 'jsonl') => exported(format).trimEnd().split('\n');

  it('keeps the good rows of a CSV: wrong fields, missing and surplus cells are refused one by one', () => {
    const csv = [
      'instrument,provision,code,modality,confidence',
      'xx/a,1(1),a.b,obligation,1',
      'xx/a,1(2),a.b,maybe,1',
      'xx/a,2(1),a.b',
      'xx/a,2(1),a.b,permission,7',
      ',2(1),a.b,permission,1',
      'xx/a,2(2),a.b,permission,0.5',
    ].join('\n');
    const { found, refused, annotations } = adopt(csv, 'csv', [law], 'human:ada');
    expect(found.map((f) => f.line)).toEqual([2, 7]);
    expect(annotations).toHaveLength(2);
    expect(refused.map((r) => [r.line, r.code])).toEqual([
      [3, 'a.b'],
      [4, ''],
      [5, 'a.b'],
      [6, 'a.b'],
    ]);
    expect(refused[0]?.reason).toMatch(/^modality is "maybe", not .*\. Write one of these words; /);
    expect(refused[1]?.reason).toContain('Check the quotes and the number of cells');
    expect(refused[3]?.reason).toContain('instrument is null');
  });

  it('keeps the good lines of JSON Lines', () => {
    const [one = '', two = ''] = whole('jsonl');
    const { found, refused } = adopt(`${one}\n{"instrument":\n7\n${two}\n`, 'jsonl', [law], 'human:ada');
    expect(found.map((f) => f.line)).toEqual([1, 4]);
    expect(refused.map((r) => [r.line, r.reason.split(' ')[0]])).toEqual([
      [2, 'not'],
      [3, 'instrument'],
    ]);
  });

  it('puts every line of any damaged file into exactly one list', () => {
    const [head = '', one = '', two = ''] = whole('csv');
    const damage = fc.constantFrom(one, two, one.replace('obligation', 'x'), 'xx/a', 'no/law,1,a.b', ',,,');
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 12 }), (rows) => {
        const { annotations, ...lists } = adopt([head, one, ...rows].join('\n'), 'csv', [law], 'human:ada');
        const lines = Object.values(lists).flatMap((list) => list.map((l) => l.line));
        expect(lines.sort((a, b) => a - b)).toEqual([one, ...rows].map((_, i) => i + 2));
        expect(annotations).toHaveLength(lists.found.length);
      }),
    );
  });
});

describe('exports', () => {
  it('selects the same words by position and by quote in Web Annotation JSON-LD', () => {
    const { items } = JSON.parse(exported('webannotation')) as {
      items: { target: { selector: Record<string, unknown>[] } }[];
    };
    expect(items).toHaveLength(2);
    for (const { target } of items) {
      const [position, quote] = target.selector;
      expect(law.text.slice(Number(position?.start), Number(position?.end))).toBe(quote?.exact);
    }
  });

  it('round-trips any span of any text through JSONL (astral characters, CJK, right-to-left)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (body, x, y) => {
        const any = instrument('xx/a', [['1', `${body} 個人情報 نقل 𝒳`]]);
        const [start, end] = [x % any.text.length, y % any.text.length].sort((p, q) => p - q) as [number, number];
        const base = code(any, '1', 'a.b');
        const one = { ...base, span: { start, end: end + 1 } };
        const back = adopt(written(study(any, [one]), 'jsonl'), 'jsonl', [any], base.annotator);
        expect(back.annotations).toEqual([one]);
      }),
      { numRuns: 60 },
    );
  });
});
