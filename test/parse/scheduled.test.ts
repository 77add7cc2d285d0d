import { describe, expect, it } from 'vitest';
import type { Block, ProvisionKind } from '../../src/model/index.js';
import { parse } from '../../src/parse/index.js';
import { block, sourceOf } from './source.js';

type Row = readonly [depth: number, unit: ProvisionKind, num: string | null, heading?: string];

/** A statute of one section with what the rows hold behind it; the eIds of its basic units. */
function unitsOf(rows: readonly Row[]): string[] {
  const all: Row[] = [[0, 'section', '1'], ...rows];
  const blocks = all.map(
    ([depth, unit, num, heading = null]): Block => block({ depth, unit, num, heading, text: 'A bell rings.' }),
  );
  return parse(sourceOf(blocks))
    .provisions.filter((p) => p.tier === 'basic')
    .map((p) => p.eId);
}

describe('what counts as a unit behind the law', () => {
  it.each<[string, Row[], string[]]>([
    [
      'the paragraphs of a schedule, below its parts and headings',
      [
        [0, 'schedule', 'Schedule 1', 'Bells'],
        [1, 'part', 'Part 1'],
        [2, 'paragraph', '1'],
        [3, 'subparagraph', '(1)'],
        [2, 'division', null, 'Towers'],
        [3, 'paragraph', '2'],
      ],
      ['sec_1', 'sched_1__part_1__para_1', 'sched_1__part_1__para_2'],
    ],
    [
      'no paragraph of a schedule, or of a part, that amends other laws',
      [
        [0, 'schedule', 'Schedule 2', 'Minor and consequential amendments'],
        [1, 'paragraph', '1'],
        [0, 'schedule', 'Schedule 3', 'Towers'],
        [1, 'part', 'Part 1', 'Modifications to the Steeples Act'],
        [2, 'paragraph', '1'],
        [1, 'part', 'Part 2', 'Ropes'],
        [2, 'paragraph', '2'],
      ],
      ['sec_1', 'sched_3__part_2__para_2'],
    ],
    [
      'the clauses of an annex, but not its numbered points',
      [
        [0, 'annex', 'Annex I'],
        [1, 'clause', 'Clause 1'],
        [2, 'paragraph', '1.'],
        [0, 'annex', 'Annex II'],
        [1, 'paragraph', '1.'],
      ],
      ['sec_1', 'annex_I__cl_1'],
    ],
    [
      'nothing of supplementary provisions, elucidations and appendices without number',
      [
        [0, 'schedule', '附則'],
        [1, 'clause', '1'],
        [0, 'annex', 'PENJELASAN'],
        [1, 'clause', '1'],
        [0, 'appendix', null],
        [1, 'clause', '1'],
      ],
      ['sec_1'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(unitsOf(rows)).toEqual(expected);
  });
});
