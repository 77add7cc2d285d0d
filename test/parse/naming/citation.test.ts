import { expect, test } from 'vitest';
import type { ProvisionKind } from '../../../src/model/index.js';
import { assemble } from '../../../src/parse/assemble.js';
import type { DraftUnit } from '../../../src/parse/draft.js';
import { sourceOf } from '../source.js';

type Row = readonly [depth: number, kind: ProvisionKind | 'text', num: string | null, text?: string];

function cited(rows: readonly Row[]): (string | null)[] {
  const units: DraftUnit[] = rows.map(([depth, kind, num, text = 'Words.']) => ({
    kind,
    tier: null,
    depth,
    num,
    heading: null,
    text,
    status: 'in-force',
  }));
  return assemble(sourceOf([]), units).provisions.map((p) => p.citation);
}

test.each<[string, Row[], (string | null)[]]>([
  [
    'numbered paragraphs and points',
    [
      [0, 'article', 'Article 46'],
      [1, 'paragraph', '2.'],
      [2, 'point', '(c)'],
    ],
    ['46', '46(2)', '46(2)(c)'],
  ],
  [
    'a second list of one paragraph is cited by its subparagraph',
    [
      [0, 'article', 'Article 46'],
      [1, 'paragraph', '2.', 'A port shall:'],
      [2, 'point', '(a)'],
      [2, 'text', null, 'It shall pay:'],
      [2, 'point', '(a)'],
    ],
    ['46', '46(2)', '46(2)(a)', '46(2)(2)', '46(2)(2)(a)'],
  ],
  [
    'items of a lone unnumbered paragraph follow the article',
    [
      [0, 'article', '第六十二条', ''],
      [1, 'paragraph', null],
      [2, 'point', '（三）'],
    ],
    ['62', '62(3)'],
  ],
  [
    'unnumbered paragraphs are counted',
    [
      [0, 'article', 'Article 38', ''],
      [1, 'paragraph', null],
      [2, 'point', '(3)'],
      [1, 'paragraph', null],
    ],
    ['38', '38(1)', '38(1)(3)', '38(2)'],
  ],
  [
    'words beside numbered paragraphs are not counted',
    [
      [0, 'article', 'Article 5', ''],
      [1, 'paragraph', null],
      [1, 'paragraph', '1.'],
    ],
    ['5', '5(1)'],
  ],
  [
    'Brazilian incisos and a lone paragraph',
    [
      [0, 'article', 'Art. 33.'],
      [1, 'item', 'II'],
      [2, 'point', 'a)'],
      [1, 'paragraph', 'Parágrafo único.'],
    ],
    ['33', '33(II)', '33(II)(a)', '33(§1)'],
  ],
  [
    'branch articles',
    [
      [0, 'article', '제28조의8'],
      [1, 'paragraph', '①'],
      [0, 'article', 'Art. 55-A.'],
    ],
    ['28-8', '28-8(1)', '55-A'],
  ],
  [
    'clauses of a schedule print their whole number',
    [
      [0, 'schedule', 'SCHEDULE 1'],
      [1, 'principle', '4.1'],
      [2, 'clause', '4.1.3'],
    ],
    ['Sch1', 'Sch1.4.1', 'Sch1.4.1.3'],
  ],
  [
    'paragraphs of a schedule',
    [
      [0, 'schedule', 'FIRST SCHEDULE'],
      [1, 'paragraph', '8'],
      [2, 'subparagraph', '(2)'],
    ],
    ['Sch1', 'Sch1.8', 'Sch1.8.2'],
  ],
  ['a schedule without number', [[0, 'schedule', 'THE SCHEDULE']], ['Sch']],
  [
    'sections of a code',
    [
      [0, 'section', '§ 1798.150.'],
      [1, 'subsection', '(a)'],
    ],
    ['1798.150', '1798.150(a)'],
  ],
  [
    'sections of a title',
    [
      [0, 'section', '§ 2523.'],
      [1, 'subsection', '(b)'],
    ],
    ['2523', '2523(b)'],
  ],
  [
    'an unnumbered definition is cited by its term, and so are its points',
    [
      [0, 'article', 'ARTICLE 14.1'],
      [1, 'definition', null, '“boat” means:'],
      [2, 'point', '(a)'],
      [1, 'definition', null, 'Rowing Act means:'],
      [2, 'point', '(a)'],
    ],
    ['14.1', '14.1[boat]', '14.1[boat](a)', '14.1[Rowing Act]', '14.1[Rowing Act](a)'],
  ],
  [
    'indents are counted',
    [
      [0, 'article', 'Article 5'],
      [1, 'indent', '–'],
      [1, 'indent', '–'],
      [2, 'point', '(a)'],
    ],
    ['5', '5[indent 1]', '5[indent 2]', '5[indent 2](a)'],
  ],
  [
    'a number that is printed twice is told by its place',
    [
      [0, 'article', 'Article 3'],
      [0, 'article', 'Article 3'],
      [1, 'paragraph', '1.'],
    ],
    ['3', '3[2]', '3[2](1)'],
  ],
  [
    'annexes without number are told by their places',
    [
      [0, 'article', 'Article 1'],
      [0, 'annex', 'ANNEX'],
      [1, 'paragraph', '1.'],
      [0, 'annex', 'ANNEX'],
      [1, 'paragraph', '1.'],
    ],
    ['1', 'Annex[1]', 'Annex[1].1', 'Annex[2]', 'Annex[2].1'],
  ],
  [
    'annexes with Roman numbers and letters, and protocols',
    [
      [0, 'article', 'Article 1'],
      [0, 'annex', 'ANNEX XVIII'],
      [0, 'annex', 'ANNEX I-B'],
      [1, 'paragraph', '1.'],
      [0, 'annex', 'PROTOCOL I'],
    ],
    ['1', 'AnnexXVIII', 'AnnexI-B', 'AnnexI-B.1', 'Prot1'],
  ],
  [
    'articles that start anew in each chapter',
    [
      [0, 'chapter', '13'],
      [1, 'article', 'Article 1'],
      [0, 'chapter', 'XIV'],
      [1, 'article', 'Article 1'],
      [2, 'paragraph', '1.'],
    ],
    [null, 'ch13/1', null, 'ch14/1', 'ch14/1(1)'],
  ],
  [
    'articles that run on through chapters',
    [
      [0, 'chapter', 'I'],
      [1, 'article', 'Article 1'],
      [0, 'chapter', 'II'],
      [1, 'article', 'Article 2'],
    ],
    [null, '1', null, '2'],
  ],
])('%s', (_name, rows, expected) => {
  expect(cited(rows)).toEqual(expected);
});
