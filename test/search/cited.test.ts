import { afterAll, describe, expect, it } from 'vitest';
import type { Instrument, Provision } from '../../src/model/index.js';
import {
  buildLunr,
  facetsOf,
  fromSaved,
  groupsOf,
  portablePassages,
  portableSearch,
  search,
  toSaved,
} from '../../src/search/index.js';
import { lawOf } from '../store/build.js';
import { studyOf } from './study.js';

/** A law whose provisions are cited so, each in words of its own. */
function law(id: string, metadata: Partial<Instrument['metadata']>, citations: readonly string[]): Instrument {
  const lines = citations.map((c) => `Words of ${c}.`);
  const base = lawOf(id, lines.join('\n'));
  const [model] = base.provisions;
  if (model === undefined) throw new Error('no provision');
  let at = 0;
  const provisions = citations.map((citation, i): Provision => {
    const start = at;
    at += (lines[i]?.length ?? 0) + 1;
    return { ...model, eId: `art_${i}`, citation, num: citation, numSpan: null, span: { start, end: at - 1 } };
  });
  return { ...base, metadata: { ...base.metadata, ...metadata }, provisions };
}

const laws = [
  law('eu/gdpr', { title: 'General Data Protection Regulation', aliases: ['GDPR'] }, [
    '46',
    '46(2)',
    '46(2)(c)',
    '47',
    '48',
  ]),
  law('br/lgpd', { title: 'Lei Geral (Lei nº 13.709)', aliases: ['LGPD'], jurisdictions: ['BR'], language: 'pt' }, [
    '33',
    '33(II)',
    '33(§1)',
  ]),
  law('wto/gats', { title: 'Agreement on Services', aliases: ['GATS'] }, ['xiv', 'xivbis']),
  law('cn/pipl', { title: 'PIPL (个人信息保护法)', aliases: ['PIPL'], jurisdictions: ['CN'], language: 'zh' }, [
    '38',
    '38(1)',
  ]),
  law('cn/dsl', { title: 'DSL (数据安全法)', aliases: ['DSL'], jurisdictions: ['CN'], language: 'zh' }, ['38']),
  law('jp/appi', { title: 'APPI', aliases: ['APPI'], jurisdictions: ['JP'], language: 'ja' }, ['28', '38']),
  law(
    'jp/appi-rules',
    { title: 'Rules for the APPI', aliases: ['APPI Rules'], jurisdictions: ['JP'], language: 'ja' },
    ['28', '250'],
  ),
  law('tota/1', { title: 'Partnership', aliases: ['TPP'], jurisdictions: ['JP', 'SG'] }, ['2.11', '14.11', '14.13']),
  law('vn/two', { title: 'Law and Decree 13/2023', jurisdictions: ['VN'], language: 'vi' }, ['1.LQ.26', '1.ND.26']),
  law('gb/dpa', { title: 'Data Protection Act 2018', aliases: ['DPA'], jurisdictions: ['GB'] }, [
    '73',
    'Sch1.8',
    'Sch21',
  ]),
  law('tr/kvkk', { title: 'Korunma Kanunu (Law No. 6698)', aliases: ['KVKK'], jurisdictions: ['TR'], language: 'tr' }, [
    '9',
    '9(1)',
    '5(2)(ç)',
  ]),
];
const store = studyOf(laws);
afterAll(() => store.close());
const portable = portableSearch(
  buildLunr(portablePassages(laws.map((instrument) => ({ instrument, annotations: [] })))),
);
const cited = (query: string, more: object = {}): string[] =>
  search({ query, ...more }, store).hits.map((h) => `${h.instrument} ${h.provision}`);

describe('a cited provision', () => {
  it.each([
    ['Art. 46 para 2 lit c DSGVO', 'eu/gdpr 46(2)(c)'],
    ['Art. 46 Abs. 2 UAbs. 1 lit. c DSGVO/RGPD', 'eu/gdpr 46(2)(c)'],
    ['article 46, paragraphe 2, point c) du RGPD', 'eu/gdpr 46(2)(c)'],
    ['artículo 46, apartado 2, letra c) del RGPD', 'eu/gdpr 46(2)(c)'],
    ['letra c) del apartado 2 del artículo 46 del RGPD', 'eu/gdpr 46(2)(c)'],
    ['point (c) of Article 46(2) of the GDPR', 'eu/gdpr 46(2)(c)'],
    ['art. 46, comma 2, lett. c) GDPR', 'eu/gdpr 46(2)(c)'],
    ['artikel 46 lid 2 onder c AVG', 'eu/gdpr 46(2)(c)'],
    ['art. 46.2 RGPD', 'eu/gdpr 46(2)'],
    ['Art. 48 et seq. GDPR', 'eu/gdpr 48'],
    ['LGPD art. 33, II', 'br/lgpd 33(II)'],
    ['art. 33, § 1º da LGPD', 'br/lgpd 33(§1)'],
    ['GATS XIV bis', 'wto/gats xivbis'],
    ['Article XIV GATS', 'wto/gats xiv'],
    ['APPI Article 28', 'jp/appi 28'],
    ['個人情報保護法第二十八条', 'jp/appi 28'],
    ['《数据安全法》第三十八条', 'cn/dsl 38'],
    ['PIPL第38条第1款', 'cn/pipl 38(1)'],
    ['Schedule 1 DPA para 8', 'gb/dpa Sch1.8'],
    ['Sch 21 DPA', 'gb/dpa Sch21'],
    ['6698 sayılı Kanun madde 9', 'tr/kvkk 9'],
    ['KVKK m. 9/1', 'tr/kvkk 9(1)'],
    ['KVKK madde 5/2-ç', 'tr/kvkk 5(2)(ç)'],
  ])('is found by %s', (typed, expected) => {
    expect(cited(typed)).toEqual([expected]);
    expect(search({ query: typed }, store)).toMatchObject({ reading: 'citation', notice: null });
  });

  it('is one of several where several are cited', () => {
    expect(cited('Articles 46 and 48 GDPR')).toEqual(['eu/gdpr 46', 'eu/gdpr 48']);
    expect(cited('arts 46–48 GDPR')).toEqual(['eu/gdpr 46', 'eu/gdpr 47', 'eu/gdpr 48']);
  });

  it.each([
    ['POPIA s 72', "No law searched here is called 'POPIA'"],
    ['UK GDPR 46', "No law searched here is called 'UK GDPR'"],
    ['28 CFR 202.302', "No law searched here is called '28 CFR'"],
    ['Convention 108+ art 14', "No law searched here is called 'Convention 108+'"],
    ['Federal Law 152-FZ article 12', 'No law searched here is called'],
    ['APPI Article 250', 'Nothing searched here is cited 250 in jp/appi'],
    ['recital 101 GDPR', 'Nothing searched here is cited Rec101 in eu/gdpr'],
    ['TPP art 11', 'Nothing searched here is cited 11 in tota/1'],
    ['TPP 14.12', 'Nothing searched here is cited 14.12 in tota/1'],
  ])('that is not there is not passed off for another: %s', (typed, says) => {
    for (const answer of [search({ query: typed }, store), portable(typed)]) {
      expect(answer.notice).toContain(says);
      expect(answer.reading).toBe('words');
      expect(answer.hits.every((h) => h.holdsAll)).toBe(true);
    }
  });

  it('is shown within its article where the study does not cut it out, and that is said', () => {
    const answer = search({ query: 'GDPR 46(2)(z)' }, store);
    expect(answer.hits[0]).toMatchObject({ provision: '46(2)' });
    expect(answer.notice).toBe(
      'Nothing searched here is cited 46(2)(z) in eu/gdpr: shown is 46(2), in which it would stand.',
    );
  });

  it('is told apart from others of its number', () => {
    expect(cited('第三十八条')).toEqual(['cn/dsl 38', 'cn/pipl 38', 'jp/appi 38']);
    expect(search({ query: '第三十八条' }, store).notice).toContain('3 laws can be meant');
    expect(cited('第三十八条 jurisdiction:JP')).toEqual(['jp/appi 38']);
    expect(cited('第三十八条 -jurisdiction:CN')).toEqual(['jp/appi 38']);
    expect(cited('第三十八条', { facets: { jurisdiction: ['JP'] } })).toEqual(['jp/appi 38']);
    expect(search({ query: 'PIPL 38 lang:en' }, store)).toMatchObject({
      total: 0,
      notice: 'One provision is cited so, outside what was narrowed to.',
    });
    expect(cited('Article 26 Decree 13/2023')).toEqual(['vn/two 1.LQ.26', 'vn/two 1.ND.26']);
    expect(search({ query: 'Article 26 Decree 13/2023' }, store).notice).toContain('2 provisions of vn/two');
    expect(search({ query: 'article 46' }, store).notice).toContain('name its law');
  });

  it('is what facets and groups count', () => {
    expect(facetsOf({ query: '第三十八条' }, store).jurisdiction).toEqual([
      { value: 'CN', count: 2 },
      { value: 'JP', count: 1 },
    ]);
    expect(groupsOf({ query: 'PIPL 38' }, store, 'instrument')).toEqual([{ group: 'cn/pipl', count: 1 }]);
  });

  it('is kept as it was typed where the search is saved', () => {
    for (const query of ['GDPR 46(2)(c)', 'article 46, paragraphe 2, point c) du RGPD', '第三十八条 jurisdiction:JP']) {
      const kept = fromSaved(toSaved({ query }).request);
      expect(search(kept, store).hits).toEqual(search({ query }, store).hits);
    }
    expect(toSaved({ query: 'GDPR  46(2)(c) ' }).id).toBe(toSaved({ query: 'GDPR 46(2)(c)' }).id);
  });

  it('that is no query besides is told as a citation all the same', () => {
    for (const answer of [search({ query: 'article 46, c) POPIA' }, store), portable('article 46, c) POPIA')])
      expect(answer).toMatchObject({ total: 0, notice: expect.stringContaining('POPIA') });
  });

  it('is the same in the portable index', () => {
    for (const query of [
      'Art. 46 Abs. 2 lit. c DSGVO',
      'LGPD art. 33, II',
      '第三十八条 jurisdiction:JP',
      'GATS XIV',
      'GDPR 46(2)(z)',
      'POPIA 72',
      'arts 46–48 GDPR',
      'PIPL 38 lang:en',
      '第三十八条',
    ]) {
      const [there, here] = [search({ query }, store), portable(query)];
      expect([query, here.reading, here.notice, here.hits.map((h) => `${h.instrument} ${h.provision}`)]).toEqual([
        query,
        there.reading,
        there.notice,
        there.hits.map((h) => `${h.instrument} ${h.provision}`),
      ]);
    }
  });
});

describe('an answer of nothing', () => {
  it.each([
    ['-consent', 'only leaves out'],
    ['the of', 'nearly every provision'],
    ['words jurisdiction:XX', 'Nothing searched here has jurisdiction:XX. It has: '],
    ['words code:transfer', 'Nothing searched here has code:transfer'],
    ['words lang:klingon', 'Nothing searched here has lang:klingon'],
    ['unheardof', "No text searched here holds 'unheardof'."],
  ])('says why: %s', (query, says) => {
    for (const answer of [search({ query }, store), portable(query)]) {
      expect(answer.total).toBe(0);
      expect(answer.notice).toContain(says);
    }
  });
});
