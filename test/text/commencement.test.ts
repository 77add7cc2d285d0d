import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/index.js';
import type { Instrument } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { daysIn } from '../../src/text/commencement/dates.js';
import { commencementsOf } from '../../src/text/commencement/read.js';

async function law(last: string): Promise<Instrument> {
  const articles = [1, 2, 3, 4].map((n) => `# Article ${n}\n\n1. A keeper hangs a lamp.\n\n2. The lamp burns.\n`);
  const bytes = Buffer.from(`${articles.join('\n')}\n# Article 5\n\n${last}\n`);
  return parse(await ingest({ path: 'lamps.md', bytes, provenance: null }));
}

describe('what a law says of its commencement', () => {
  it.each([
    ['This Act shall enter into force on 1 March 2031.', [[null, 'in-force', '2031-03-01']], 'the whole law on a day'],
    ['This Act enters into force twenty days after its publication.', [[null, 'in-force', null]], 'an event is no day'],
    [
      '1. This Act enters into force on the day of its publication.\n\n2. It shall apply from 4 May 2032.',
      [
        [null, 'in-force', null],
        [null, 'applies', '2032-05-04'],
      ],
      'It is the law of the sentence before',
    ],
    ['Article 3 comes into force on May 4, 2032.', [['art_3', 'in-force', '2032-05-04']], 'a single article'],
    [
      'Articles 2 to 4 take effect on 2032-05-04.',
      [
        ['art_2', 'in-force', '2032-05-04'],
        ['art_3', 'in-force', '2032-05-04'],
        ['art_4', 'in-force', '2032-05-04'],
      ],
      'a range of articles',
    ],
    [
      'Except as provided in Article 2, this Act takes effect on 4 May 2032.',
      [[null, 'in-force', '2032-05-04']],
      'an exception is no subject',
    ],
    [
      'Article 2(1) ceases to have effect on 4 May 2040.',
      [['art_2__para_1', 'ceases', '2040-05-04']],
      'a provision that lapses',
    ],
    [
      'Any rule made under Article 2 shall come into force on the day of its notice.',
      [],
      'a rule made under an article is not the article',
    ],
    ['A permit takes effect on the day of its grant.', [], 'no law, no provision'],
    ['The keeper reports one year after this Act enters into force.', [], 'a day counted from commencement'],
  ])('%s', async (words, expected, _remark) => {
    const found = commencementsOf(await law(words));
    expect(found.map((c) => [c.provision, c.kind, c.date])).toEqual(expected);
    expect(found.every((c) => c.from.startsWith('art_5'))).toBe(true);
  });

  it.each([
    ['4 May 2032', '2032-05-04'],
    ['the 1st day of June, 2032', '2032-06-01'],
    ['25 de mayo de 2018', '2018-05-25'],
    ['1º de janeiro de 2021', '2021-01-01'],
    ['25. März 2018', '2018-03-25'],
    ['le 1er septembre 2023', '2023-09-01'],
    ['2021年11月1日', '2021-11-01'],
    ['2023년 9월 15일', '2023-09-15'],
    ['31 February 2020', undefined],
    ['Article 12 of 2004', undefined],
  ])('the day in "%s"', (words, date) => {
    expect(daysIn(words)[0]?.date).toBe(date);
  });
});
