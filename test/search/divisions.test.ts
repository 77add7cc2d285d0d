import { afterAll, describe, expect, it } from 'vitest';
import type { Instrument, Provision } from '../../src/model/index.js';
import { buildLunr, locate, portableSearch, search } from '../../src/search/index.js';
import { lawOf } from '../store/build.js';
import { portablePassages, studyOf } from './study.js';

/** A law of divisions and articles by eId; an article's citation is what follows its last underscore. */
function law(id: string, metadata: Partial<Instrument['metadata']>, eIds: readonly string[]): Instrument {
  const lines = eIds.map((eId) => `Words of ${eId}.`);
  const base = lawOf(id, lines.join('\n'));
  const [model] = base.provisions;
  if (model === undefined) throw new Error('no provision');
  const starts = lines.map((_, i) => lines.slice(0, i).join('\n').length + (i === 0 ? 0 : 1));
  const provisions = eIds.map((eId, i): Provision => {
    const parent = eId.split('__').slice(0, -1).join('__');
    const isArticle = /(?:^|__)(?:art|para|sec)_[^_]*$/.test(eId) && !/chp_[^_]*__sec_[^_]*$/.test(eId);
    const last = eIds.findLastIndex((other) => other === eId || other.startsWith(`${eId}__`));
    const unit = {
      tier: isArticle ? 'basic' : 'division',
      citation: isArticle ? (eId.split('_').at(-1) ?? null) : null,
    } as const;
    const span = { start: starts[i] ?? 0, end: (starts[last] ?? 0) + (lines[last]?.length ?? 0) };
    return { ...model, ...unit, eId, parent: parent === '' ? null : parent, num: eId, numSpan: null, span };
  });
  return { ...base, metadata: { ...base.metadata, ...metadata }, provisions };
}

const laws = [
  law('eu/gdpr', { title: 'General Data Protection Regulation', aliases: ['GDPR'] }, [
    'chp_I',
    'chp_I__art_1',
    'chp_III',
    'chp_III__sec_1',
    'chp_III__sec_1__art_12',
    'chp_III__sec_2',
    'chp_III__sec_2__art_13',
    'chp_V',
    'chp_V__art_44',
    'chp_V__art_45',
  ]),
  law('tota/1', { title: 'Partnership', aliases: ['TPP'], jurisdictions: ['JP', 'SG'] }, [
    'chp_4',
    'chp_4__art_4.1',
    'chp_4_2',
    'chp_4_2__art_4.1',
    'chp_14',
    'chp_14__art_14.1',
    'annex_I',
    'annex_I__chp_14',
    'annex_I__chp_14__para_7',
  ]),
  law('cn/pipl', { title: 'PIPL (个人信息保护法)', aliases: ['PIPL'], jurisdictions: ['CN'], language: 'zh' }, [
    'chp_3',
    'chp_3__art_38',
    'chp_3__art_39',
  ]),
  law('gb/dpa', { title: 'Data Protection Act 2018', aliases: ['DPA'], jurisdictions: ['GB'] }, [
    'part_2',
    'part_2__sec_4',
    'part_Part-IIIA',
    'part_Part-IIIA__sec_9',
    'sched_1',
    'sched_1__part_2',
    'sched_1__part_2__para_5',
  ]),
];
const store = studyOf(laws);
afterAll(() => store.close());
const portable = portableSearch(buildLunr(portablePassages(laws)));
const cited = (query: string): string[] => search({ query }, store).hits.map((h) => `${h.instrument} ${h.provision}`);

describe('a cited chapter', () => {
  it.each([
    ['GDPR chapter V', ['eu/gdpr 44', 'eu/gdpr 45']],
    ['Chapter V of the GDPR', ['eu/gdpr 44', 'eu/gdpr 45']],
    ['Kapitel 5 DSGVO', ['eu/gdpr 44', 'eu/gdpr 45']],
    ['capítulo V del RGPD', ['eu/gdpr 44', 'eu/gdpr 45']],
    ['Chapter III GDPR', ['eu/gdpr 12', 'eu/gdpr 13']],
    ['Section 2 of Chapter III GDPR', ['eu/gdpr 13']],
    ['Chapter XIV TPP', ['tota/1 14.1']],
    ['Chapter 14 (Electronic Commerce) of the TPP', ['tota/1 14.1']],
    ['个人信息保护法第三章', ['cn/pipl 38', 'cn/pipl 39']],
    ['Part 2 DPA', ['gb/dpa 4']],
    ['DPA Part IIIA', ['gb/dpa 9']],
    ['Part 2 of Schedule 1 DPA', ['gb/dpa 5']],
  ])('is answered with what stands in it: %s', (query, expected) => {
    expect(cited(query)).toEqual(expected);
    expect(search({ query }, store)).toMatchObject({ reading: 'citation', total: expected.length });
    const { hits, notice } = portable(query);
    expect(hits.map((h) => `${h.instrument} ${h.provision}`)).toEqual(expected);
    expect(notice).toBe(search({ query }, store).notice);
  });

  it('is shown whole', () => {
    expect(locate('GDPR chapter V', store)).toMatchObject({ provision: { eId: 'chp_V' } });
    expect(locate('Part 2 of Schedule 1 DPA', store)).toMatchObject({ provision: { eId: 'sched_1__part_2' } });
    expect(locate('GDPR chapter XX', store)).toEqual({ missing: { instrument: 'eu/gdpr', citation: 'chapter XX' } });
  });

  it('stands in all chapters of its number', () => {
    expect(search({ query: 'TPP chapter 4' }, store).hits.map((h) => h.eId)).toEqual([
      'chp_4__art_4.1',
      'chp_4_2__art_4.1',
    ]);
  });

  it.each([
    ['GDPR chapter XX', 'Nothing searched here is cited chapter XX in eu/gdpr'],
    ['USMCA chapter 19', "No law searched here is called 'USMCA', so chapter 19 of it cannot be shown."],
  ])('that is not there is not passed off for another: %s', (query, says) => {
    for (const answer of [search({ query }, store), portable(query)]) {
      expect(answer.notice).toContain(says);
      expect(answer.reading).toBe('words');
    }
  });

  it.each(['Chapter V, Article 45 GDPR', 'GDPR chapter V art. 45'])('gives way to its article: %s', (query) => {
    expect(cited(query)).toEqual(['eu/gdpr 45']);
  });

  it.each(['chapter 5 words', 'part 2', 'words of title ii'])('is none where no law is named: %s', (query) => {
    expect(search({ query }, store).reading).not.toBe('citation');
  });
});
