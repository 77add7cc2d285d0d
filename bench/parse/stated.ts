import { readFileSync } from 'node:fs';
import type { Instrument, Provision } from '../../src/model/index.js';
import { ancestry } from '../../src/text/provisions.js';

/** How many top-level units a file should give, and who says so. */
export interface Stated {
  readonly units: number;
  /** The file's provenance line, a count of our own where the line states none, or the markup's own elements. */
  readonly source: 'provenance' | 'counted' | 'markup';
  /**
   * `articles`: articles or sections of the main law (default). `basic`: those of annexes too. `children`: subsections of a
   * law of one section.
   */
  readonly of?: 'articles' | 'basic' | 'children';
  readonly remark?: string;
  /** Why the parser's number is another and rightly so, or what in the file defeats it. */
  readonly known?: string;
}

const STATED = new Map(
  (
    JSON.parse(readFileSync(new URL('stated.json', import.meta.url), 'utf8')) as readonly (Stated & { file: string })[]
  ).map((row) => [row.file, row]),
);
const BACK: ReadonlySet<string> = new Set(['schedule', 'annex', 'appendix']);

/** The stated number of a corpus file; for treaties in ToTA markup, its own article elements. Null where nothing is stated. */
export function statedUnits(file: string, bytes: Uint8Array): Stated | null {
  const row = STATED.get(file);
  if (row !== undefined) return row;
  if (!file.includes('tota/')) return null;
  return {
    units:
      Buffer.from(bytes)
        .toString('latin1')
        .split(/<article[\s>]/u).length - 1,
    source: 'markup',
  };
}

/** The number of units of the sort that the stated number counts. Quoted amendments of other laws never count. */
export function unitsFound(instrument: Instrument, of: NonNullable<Stated['of']>): number {
  const basic = instrument.provisions.filter((p) => p.tier === 'basic' && p.status !== 'quoted');
  if (of === 'basic') return basic.length;
  const main = basic.filter((p) => !isBack(instrument, p));
  const first = main[0];
  if (of === 'children' && main.length === 1 && first !== undefined)
    return instrument.provisions.filter((p) => p.parent === first.eId && p.num !== null).length;
  return main.length;
}

function isBack(instrument: Instrument, provision: Provision): boolean {
  return ancestry(instrument, provision).some((p) => BACK.has(p.kind));
}
