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
    ['jsonl', '{\n', 'coding.jsonl:1: not JSON'],
  ] as const)('refuses a broken %s line by its number', (format, text, message) => {
    expect(() => adopt(text, format, [law], 'human:ada')).toThrow(message);
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
