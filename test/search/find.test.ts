import { describe, expect, it } from 'vitest';
import {
  facetsOf,
  fromSaved,
  groupsOf,
  occurrences,
  parseQuery,
  search,
  toBibtex,
  toCsl,
  toSaved,
} from '../../src/search/index.js';
import { annotationOf } from '../store/build.js';
import { lawsOf, studyOf } from './study.js';

const laws = lawsOf([
  ['Consent', 'A holder asks for consent. Consent can be withdrawn on any day.'],
  ['Sending records abroad', 'Nobody sends personal data to a foreign land without a permit of the board.'],
  ['Keeping records at home', 'A copy of all personal information is kept on servers inside the land.'],
  ['Localization', 'Local offices of the board oversee localization.'],
]);
const store = studyOf(laws, [annotationOf('xx/1', 'transfer.authorisation')]);
const ids = (query: string, more: object = {}): string[] =>
  search({ query, ...more }, store).hits.map((h) => h.instrument);

describe('a search', () => {
  it('gives provisions with all that a reader needs to cite and judge them', () => {
    const answer = search({ query: '"personal data" permit' }, store);
    expect(answer).toMatchObject({ total: 1, reading: 'words', suggestion: null });
    const [hit] = answer.hits;
    expect(hit).toMatchObject({
      instrument: 'xx/1',
      provision: '1',
      title: 'Act of xx/1',
      codes: ['transfer.authorisation'],
      forces: ['hard'],
      jurisdictions: ['EU'],
      kind: 'statute',
      date: '2018-05-25',
      heading: 'Sending records abroad',
      path: ['Article 1 Sending records abroad'],
      holdsAll: true,
    });
    expect(hit?.marks.map((m) => hit.snippet.slice(m.start, m.end))).toEqual(['personal data', 'permit']);
  });

  it('cites the smallest unit that answers the whole query', () => {
    const [law] = lawsOf([['Rule', 'General words come first. A permit is wanted abroad.']]);
    const [article] = law?.provisions ?? [];
    if (law === undefined || article === undefined) throw new Error('no article');
    const start = law.text.indexOf('A permit');
    const point = {
      ...article,
      eId: 'art_1__para_2',
      parent: 'art_1',
      citation: '1(2)',
      depth: 1,
      tier: 'inner' as const,
      span: { start, end: law.text.length },
      heading: null,
      headingSpan: null,
      numSpan: null,
    };
    const nested = studyOf([{ ...law, provisions: [article, point] }]);
    const cited = (query: string): string | undefined => search({ query }, nested).hits[0]?.provision;
    expect([cited('permit abroad'), cited('general permit')]).toEqual(['1(2)', '1']);
    nested.close();
  });

  it('shows what lacks a word only where few hold all, and says so', () => {
    const answer = search({ query: 'permit board servers' }, store);
    expect(answer).toMatchObject({ total: 0, reading: 'some-words' });
    expect(answer.hits[0]).toMatchObject({ instrument: 'xx/1', holdsAll: false });
    expect(search({ query: 'permit AND "board servers"' }, store).hits).toEqual([]);
  });

  it('puts a provision headed by the words before one that only holds them', () => {
    expect(ids('localization')[0]).toBe('xx/3');
    expect(ids('localiz*')).toEqual(['xx/3']);
  });

  it('finds a cited provision, and only that', () => {
    const answer = search({ query: 'xx/2 1' }, store);
    expect(answer).toMatchObject({ reading: 'citation', total: 1 });
    expect(answer.hits[0]).toMatchObject({ instrument: 'xx/2', provision: '1' });
    expect(search({ query: 'xx/2 99' }, store).reading).not.toBe('citation');
  });

  it('widens a defined term only when asked', () => {
    expect(search({ query: '"personal data"' }, store).hits.map((h) => h.instrument)).toEqual(['xx/1']);
    expect(ids('personal data', { synonyms: true }).sort()).toEqual(['xx/1', 'xx/2']);
    expect(ids('个人信息', { synonyms: true }).sort()).toEqual(['xx/1', 'xx/2']);
  });

  it('suggests a word the texts hold for one they do not', () => {
    expect(search({ query: 'consnet' }, store).suggestion).toBe(null); // One provision only: as likely a misprint itself.
    expect(search({ query: 'bord of records' }, store).suggestion).toBe('board of records');
    expect(search({ query: 'board' }, store).suggestion).toBe(null);
  });

  it('says that a wildcard stands for more words than are looked for', () => {
    const words = Array.from(
      { length: 300 },
      (_, n) => `word${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}tail`,
    );
    const many = studyOf(lawsOf([['Rule', words.join(' ')]]));
    expect(search({ query: '*tail' }, many).notice).toContain("'*tail' stands for more than 256 words");
    expect(search({ query: 'worda*tail' }, many).notice).toBe(null);
    many.close();
  });

  it('narrows by options as by fields, instruments by name', () => {
    expect(ids('records', { facets: { instrument: ['XX/1'] } })).toEqual(['xx/1']);
    expect(ids('records', { facets: { code: ['transfer'] } })).toEqual(['xx/1']);
    expect(ids('records', { facets: { jurisdiction: ['SG'] } })).toEqual([]);
    expect(ids('records -code:transfer')).toEqual(['xx/2']);
    expect(ids('code:transfer')).toEqual(['xx/1']);
  });

  it('finds what is like a provision, and not itself', () => {
    const answer = search({ query: '', like: 'xx/1 1' }, store);
    expect(answer.reading).toBe('like');
    expect(answer.hits.map((h) => h.instrument)).not.toContain('xx/1');
    expect(answer.hits.map((h) => h.instrument).sort()).toEqual(['xx/2', 'xx/3']);
  });

  it('pages without repeating or losing a hit, and sorts', () => {
    const whole = ids('board OR consent OR servers');
    const paged = [0, 1, 2, 3].flatMap((offset) => ids('board OR consent OR servers', { offset, limit: 1 }));
    expect(paged).toEqual(whole);
    expect(whole.length).toBe(4);
    expect(ids('board OR consent OR servers', { sort: 'date' }).length).toBe(4);
  });

  it('counts facets and groups over everything that matches', () => {
    const facets = facetsOf({ query: 'records' }, store);
    expect(facets.jurisdiction).toEqual([{ value: 'EU', count: 2 }]);
    expect(facets.code).toEqual([{ value: 'transfer.authorisation', count: 1 }]);
    expect(groupsOf({ query: 'records' }, store, 'instrument')).toEqual([
      { group: 'xx/1', count: 1 },
      { group: 'xx/2', count: 1 },
    ]);
  });

  it('sets keywords in their context', () => {
    const [law] = laws;
    if (law === undefined) throw new Error('no law');
    const lines = occurrences(parseQuery('consent'))({ ...law, words: law.text, from: 0 }, 'art_1');
    expect(lines.map((l) => l.keyword)).toEqual(['Consent', 'consent', 'Consent']);
    expect(lines[2]).toMatchObject({ right: ' can be withdrawn on any day.' });
  });

  it('keeps a search under an id that its meaning alone decides', () => {
    const one = toSaved({ query: 'transfer   AND (consent)', facets: { code: ['b', 'a'] } });
    const same = toSaved({ query: 'transfer consent', facets: { code: ['a', 'b'], kind: [] }, offset: 10 });
    expect(one.id).toBe(same.id);
    expect(one.id).toMatch(/^s-[0-9a-f]{10}$/);
    expect(toSaved({ query: 'transfer OR consent' }).id).not.toBe(one.id);
    expect(fromSaved(one.request)).toMatchObject({ query: 'transfer consent', facets: { code: ['a', 'b'] } });
    store.saveSearch({ ...one, name: 'mine' });
    expect(store.savedSearches()).toEqual([{ ...one, name: 'mine' }]);
    store.forgetSearch(one.id);
    expect(store.savedSearches()).toEqual([]);
  });

  it('exports what bibliographies read, and nothing in a title can break out', () => {
    const [hit] = search({ query: 'xx/1 1' }, store).hits;
    if (hit === undefined) throw new Error('no hit');
    const facts = () => ({ source: 'https://example.org/a b}', made: '2018-05-25', identifiers: {} });
    expect(toCsl([hit], facts)).toEqual([
      {
        id: 'xx-1-1',
        type: 'legislation',
        title: 'Act of xx/1',
        section: '1',
        jurisdiction: 'EU',
        language: 'en',
        issued: { 'date-parts': [[2018, 5, 25]] },
        URL: 'https://example.org/a b}',
      },
    ]);
    const bibtex = toBibtex([{ ...hit, title: 'Act } on {data_\\input' }], facts);
    expect(bibtex).toContain('@misc{xx-1-1,');
    expect(bibtex).toContain('Act \\} on \\{data\\_\\textbackslash{}input');
    expect(bibtex).toContain('url = {https://example.org/ab}');
  });
});

describe('every language', () => {
  const texts: readonly (readonly [string, string, string])[] = [
    ['zh', '向境外提供个人信息的，应当取得个人的单独同意。', '单独同意'],
    ['ja', '外国にある第三者に個人データを渡すときは同意を要する。', '第三者'],
    ['ko', '개인정보를 국외로 보내려면 동의를 받는다.', '개인정보'],
    ['th', 'ห้ามส่งข้อมูลออกนอกประเทศโดยไม่ได้รับอนุญาต', 'ข้อมูล'],
    ['ar', 'لا تنقل البيانات الشخصية خارج الدولة', 'بيانات شخصية'],
    ['tr', 'KİŞİSEL VERİLER YURT DIŞINA AÇIK RIZA ILE GÖNDERİLİR', 'kişisel veriler dışına ile'],
    ['vi', 'Dữ liệu cá nhân được chuyển ra nước ngoài', 'du lieu ca nhan duoc'],
    ['vi', 'Dữ liệu của người dùng', 'dữ liệu'],
    ['fr', "L'autorité de contrôle donne l'accord d'envoi", 'autorité accord envoi'],
    ['es', 'Las transferencias internacionales de datos', 'transferencia internacional'],
    ['es', 'Las obligaciones de las autoridades', 'obligación autoridad'],
    ['pt', 'As transferências internacionais e as informações', 'transferência internacional informação'],
    ['de', 'Übermittlung in ein Drittland', 'ubermittlung'],
    ['en', "The company's re-export of data", 'company export'],
  ];
  it.each(texts)('finds %s: %s by %s', (_language, words, query) => {
    const study = studyOf(
      lawsOf([
        ['1', words],
        ['2', 'Nothing of it here at all'],
      ]),
    );
    const answer = search({ query }, study);
    expect([answer.total, answer.hits[0]?.instrument, answer.reading]).toEqual([1, 'xx/0', 'words']);
    expect(answer.hits[0]?.marks.length).toBeGreaterThan(0);
    study.close();
  });
});
