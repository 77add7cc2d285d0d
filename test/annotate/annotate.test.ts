import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annotate, readModel } from '../../src/annotate/index.js';
import { codebook } from '../../src/codebook/index.js';
import { byEId } from '../../src/text/provisions.js';
import { build } from '../align/build.js';

const book = codebook(readFileSync('annotations/codebook.json', 'utf8'), 'codebook.json');
const MODEL = 'src/annotate/coder.model.json';
const model = readModel(readFileSync(MODEL, 'utf8'));

const ENGLISH = build('xx/imitation', [
  {
    heading: 'Transfers to third countries',
    text: 'A controller shall not transfer personal data outside the territory of the Republic unless the country of destination ensures an adequate level of protection, or the data subject has given explicit consent to the proposed transfer.',
  },
  {
    heading: 'Security',
    text: 'The controller shall take appropriate technical and organisational measures, encryption among them, to protect personal data against unauthorised access.',
  },
  { heading: 'Short title', text: 'This Act may be cited as the Imitation Act.' },
  {
    heading: 'Landing fees',
    text: 'The master of a vessel shall pay landing fees to the harbour within ten days of arrival.',
  },
]).instrument;

const codesOf = (n: number, annotations: ReturnType<typeof annotate>): string[] =>
  annotations.filter((a) => a.provision.eId === `art_${n}`).map((a) => a.code);

describe('annotate', () => {
  const found = annotate(ENGLISH, book, model);

  it('records conditions and exceptions as places in the text, and nothing besides in a language nobody reads for them', () => {
    const general = found.find((a) => a.code === 'transfer.general');
    const exceptions = (general?.exceptions ?? []).map((s) => ENGLISH.text.slice(s.start, s.end));
    expect(exceptions.join(' ')).toContain('unless the country of destination');
    expect(Object.keys(general ?? {})).toEqual(expect.arrayContaining(['conditions', 'exceptions']));
    expect(Object.keys(general ?? {})).not.toContain('scope');
  });

  it('codes what the words of a provision state', () => {
    expect(codesOf(1, found)).toEqual(
      expect.arrayContaining(['transfer.general', 'transfer.adequacy', 'transfer.consent']),
    );
    expect(codesOf(2, found)).toEqual(['standards.security']);
  });

  it('leaves alone what is not about data', () => {
    expect([...codesOf(3, found), ...codesOf(4, found)]).toEqual([]);
  });

  it('codes no supplementary provision of a Japanese or Korean law, which tells what becomes of earlier cases', () => {
    const shown = (num: string | null) => ({ ...ENGLISH, provisions: ENGLISH.provisions.map((p) => ({ ...p, num })) });
    expect(annotate(shown('附則'), book, model)).toEqual([]);
    expect(annotate(shown('부칙'), book, model)).toEqual([]);
    expect(annotate(shown('第七章'), book, model)).not.toEqual([]);
  });

  it('gives each code evidence that lies in the text, and a probability', () => {
    for (const { evidence, confidence } of found) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThan(1);
      expect(evidence.length).toBeGreaterThan(0);
      for (const { span } of evidence)
        if (span !== null) expect(ENGLISH.text.slice(span.start, span.end).trim()).not.toBe('');
    }
  });

  it('says which cue decided', () => {
    const adequacy = found.find((a) => a.code === 'transfer.adequacy');
    const cue = adequacy?.evidence.find((e) => e.by.startsWith('transfer.adequacy#en.'));
    expect(ENGLISH.text.slice(cue?.span?.start, cue?.span?.end)).toContain('adequate level');
  });

  it('gives the same for the same, with and without a model', () => {
    expect(annotate(ENGLISH, book, model)).toEqual(found);
    expect(annotate(ENGLISH, book)).toEqual(annotate(ENGLISH, book));
  });

  it('finds nothing in a language without cues', () => {
    const welsh = { ...ENGLISH, metadata: { ...ENGLISH.metadata, language: 'cy' } };
    expect(annotate(welsh, book, model)).toEqual([]);
  });

  it.each([
    [
      'zh',
      '境外提供',
      '个人信息处理者向境外提供个人信息的，应当取得个人的单独同意，并告知境外接收方的名称。',
      'transfer.consent',
    ],
    [
      'ja',
      '安全管理措置',
      '事業者は、個人データの漏えい、滅失又は毀損の防止その他の安全管理のために必要かつ適切な措置を講じる。',
      'standards.security',
    ],
    [
      'ko',
      '국내대리인',
      '국내에 주소 또는 영업소가 없는 개인정보처리자는 국내대리인을 서면으로 지정하여야 한다.',
      'jurisdiction.representative',
    ],
    [
      'pt',
      'Do consentimento',
      'O titular pode revogar o consentimento ao tratamento de dados pessoais a qualquer momento; o consentimento viciado é nulo.',
      'standards.consent',
    ],
    [
      'es',
      'Transferencia internacional',
      'Se prohíbe la transferencia de datos personales a países que no ofrezcan un nivel de protección adecuado.',
      'transfer.adequacy',
    ],
    [
      'fr',
      'Sécurité',
      'Le responsable du traitement prend des mesures techniques et organisationnelles, dont le chiffrement des données.',
      'standards.security',
    ],
    [
      'de',
      'Bekanntgabe ins Ausland',
      'Personendaten dürfen nur ins Ausland bekannt gegeben werden, wenn dort ein angemessener Schutz besteht.',
      'transfer.adequacy',
    ],
  ])('codes in %s: %s', (language, heading, text, code) => {
    const { instrument } = build(`xx/${language}`, [{ heading, text }], { language });
    expect(codesOf(1, annotate(instrument, book, model))).toContain(code);
  });

  it('leaves a code that the model was not taught to its cues', () => {
    const [first] = book.codes;
    if (first === undefined) throw new Error('the codebook is empty');
    const own = {
      ...first,
      id: 'transfer.harbour',
      cues: [{ id: 'transfer.harbour#en.1', language: 'en', in: 'text' as const, pattern: 'landing fees', weight: 4 }],
    };
    const widened = { ...book, codes: [...book.codes, own] };
    expect(codesOf(4, annotate(ENGLISH, widened, model))).toEqual(['transfer.harbour']);
  });

  it('reports provisions that exist', () => {
    for (const { provision } of found) expect(byEId(ENGLISH).has(provision.eId)).toBe(true);
  });
});

describe('the shipped model', () => {
  it('was taught the codes of the shipped codebook', () => {
    expect(Object.keys(model.codes).sort()).toEqual(book.codes.map((c) => c.id).sort());
  });

  it.each([
    ['no version', '{}', 'version'],
    ['a weight that is no number', '{"version":3,"shared":{"own":"x"},"codes":{},"calibration":{}}', 'shared'],
    [
      'a code without threshold',
      '{"version":3,"shared":{},"codes":{"a.b":{"weights":{}}},"calibration":{}}',
      'codes.a.b',
    ],
    ['no trees', '{"version":3,"shared":{},"codes":{},"calibration":{}}', 'trees'],
    [
      'a tree that goes in circles',
      '{"version":3,"shared":{},"codes":{},"calibration":{},"trees":[{"sign":[0],"at":[1],"low":[0],"high":[-2],"mean":[0],"leaf":[1,2]}]}',
      'trees',
    ],
  ])('is refused with %s', (_what, text, field) => {
    expect(() => readModel(text)).toThrow(field);
  });
});
