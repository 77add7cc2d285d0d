import { describe, expect, it } from 'vitest';
import type { Instrument, Provision } from '../../src/model/index.js';
import { definedIn } from '../../src/search/defined.js';
import { buildLunr, portablePassages, portableSearch, search } from '../../src/search/index.js';
import { lawOf } from '../store/build.js';
import { studyOf } from './study.js';

/** An article with a point for each line of its words. */
function article(id: string, heading: string, lines: readonly string[]): Instrument {
  const law = lawOf(id, lines.join('\n'), heading);
  const [whole] = law.provisions;
  if (whole === undefined) throw new Error('no article');
  let from = 0;
  const points = lines.map((line, i): Provision => {
    const start = law.text.indexOf(line, from);
    const span = { start, end: start + line.length };
    from = span.end;
    const rest = {
      kind: 'point',
      tier: 'inner',
      parent: whole.eId,
      depth: 1,
      heading: null,
      headingSpan: null,
    } as const;
    return {
      ...whole,
      ...rest,
      eId: `${whole.eId}__point_${i + 1}`,
      citation: `1(${i + 1})`,
      num: null,
      numSpan: null,
      span,
    };
  });
  return { ...law, provisions: [whole, ...points] };
}

function termsOf(law: Instrument): string[] {
  const [whole] = law.provisions;
  if (whole === undefined) throw new Error('no article');
  return definedIn(whole, law.provisions, (s) => law.text.slice(s.start, s.end)).map((d) => {
    expect(law.text.slice(d.span.start, d.span.end)).toBe(d.term);
    return d.term;
  });
}

describe('defined terms', () => {
  it.each([
    ['en, quoted', 'Definitions', '(1) ‘boat data’ means data of a boat;', 'boat data'],
    [
      'en, quoted anywhere',
      'Boats',
      '(2) “ferry”, in relation to a river, has the same meaning as in section 3.',
      'ferry',
    ],
    ['en, plain', 'Interpretation', 'harbour record means a record kept by a harbour;', 'harbour record'],
    ['es', 'Definiciones', 'V. Datos del barco: Cualquier dato de un barco;', 'Datos del barco'],
    ['tr', 'Tanımlar', 'a) Gemi verisi: Bir gemiye ait her bilgi,', 'Gemi verisi'],
    ['vi', 'Giải thích từ ngữ', '1. Dữ liệu tàu là thông tin của tàu.', 'Dữ liệu tàu'],
    ['zh', '用语', '（一）船舶信息处理者，是指处理船舶信息的组织。', '船舶信息处理者'],
    ['zh, in its sentence', 'x', '本法所称船舶信息，是指与船舶有关的信息。', '船舶信息'],
    ['ja', '定義', 'この法律において「船舶情報」とは、船舶に関する情報をいう。', '船舶情報'],
    ['ko', '정의', '1. "선박정보"란 선박에 관한 정보를 말한다.', '선박정보'],
    ['th', 'นิยาม', '“ข้อมูลเรือ” หมายความว่า ข้อมูลของเรือ', 'ข้อมูลเรือ'],
    ['ar', 'تعريفات', 'بيانات السفينة: كل بيان يخص سفينة.', 'بيانات السفينة'],
  ])('are read in %s', (_language, heading, line, term) => {
    expect(termsOf(article('xx/1', heading, [line]))).toEqual([term]);
  });

  it.each([
    ['Transfer by electronic means', 'A boat may send data by any means, including by radio.'],
    ['Duties', 'The master decides the purposes and means of the voyage.'],
    ['Duties', 'Where a boat is sold, the record is kept.'],
    ['指针', '船主应当指定负责人。'],
  ])('are not seen in other sentences: %s', (heading, line) => {
    expect(termsOf(article('xx/1', heading, [line]))).toEqual([]);
  });

  const laws = [
    article('xx/long', 'Definitions', [
      '‘boat’ means a vessel with no mast;',
      '‘boat register’ means a list of each boat;',
      '‘mast’ means a pole;',
    ]),
    article('xx/part', 'Definitions', ['‘boat register’ means a list.']),
    article('xx/uses', 'Duties', ['A boat is kept clean. No boat may leave by night.']),
  ];
  it('are what definition: finds, the term asked for first, at its own point, in both indexes', () => {
    const store = studyOf(laws);
    const portable = portableSearch(
      buildLunr(portablePassages(laws.map((instrument) => ({ instrument, annotations: [] })))),
    );
    const found = search({ query: 'definition:boat' }, store).hits;
    expect(found.map((h) => `${h.instrument} ${h.provision}`)).toEqual(['xx/long 1(1)', 'xx/part 1(1)']);
    expect(found[0]?.marks.map((m) => found[0]?.snippet.slice(m.start, m.end))).toEqual(['boat']);
    expect(portable('definition:boat').hits.map((h) => h.instrument)).toEqual(['xx/long', 'xx/part']);
    for (const query of [
      'definition:"boat register"',
      'definition:(mast OR register)',
      'definition:regist*',
      'boat -definition:boat',
    ])
      expect([query, portable(query).total]).toEqual([query, search({ query }, store).total]);
    expect(search({ query: 'definition:"register mast"' }, store).total).toBe(0); // Two terms are no phrase.
    expect(search({ query: 'boat -definition:boat' }, store).hits.map((h) => h.instrument)).toEqual(['xx/uses']);
    store.close();
  });
});
