import type { Concordance, ConcordanceRow, Study } from '../../model/index.js';
import { type Atlas, scopeLabel } from '../atlas.js';
import { shortName } from '../charts/heatmap.js';
import { STANCES } from '../figures.js';
import { isPole } from '../places.js';
import { cut } from '../wording.js';
import { type Block, heading, line, paragraph } from './document.js';

/** Words that stand beside a rule in the concordance. */
const LONGEST_NOTE = 180;
/** Columns of sides that fit a page. */
const SIDES_ACROSS = 8;

/** Returns what each side says on each code: laws first, then the archetypes that they are held against. */
export function positions({ study, sides }: Atlas): Block[] {
  const present = sides.filter((side) => study.positions.some((p) => p.side === side));
  if (present.length === 0) return [heading('Positions'), paragraph('No side holds a position.')];
  const laws = present.filter((s) => !isPole(s));
  const poles = present.filter(isPole);
  return [
    heading('Positions'),
    ...tables(study, laws, 'What each side says on each code'),
    ...tables(study, poles, 'What the archetypes say'),
  ];
}

function tables(study: Study, sides: readonly string[], caption: string): Block[] {
  const stance = new Map(study.positions.map((p) => [`${p.side}\n${p.code}`, STANCES[p.stance]]));
  const blocks: Block[] = [];
  for (let at = 0; at < sides.length; at += SIDES_ACROSS) {
    const across = sides.slice(at, at + SIDES_ACROSS);
    blocks.push({
      kind: 'table',
      caption: sides.length > SIDES_ACROSS ? `${caption}, sides ${at + 1}–${at + across.length}` : caption,
      columns: ['code', ...across.map(shortName)],
      rows: study.codebook.codes.map((c) => [
        `${c.family} · ${c.label}`,
        ...across.map((s) => stance.get(`${s}\n${c.id}`) ?? 'not covered'),
      ]),
    });
  }
  return blocks;
}

/** Returns the rules of each code with the provisions of every side that has them, and who has none. */
export function concordance(atlas: Atlas): Block[] {
  const parts = atlas.study.concordances.filter((c) => c.rows.length > 0).map((c) => rulesOf(atlas, c));
  return [heading('Concordance'), ...(parts.length === 0 ? [paragraph('No rule was found.')] : parts)];
}

function rulesOf(atlas: Atlas, c: Concordance): Block {
  return {
    kind: 'table',
    caption: scopeLabel(atlas, c.code),
    columns: ['rule', 'in the words of', 'found', 'not found'],
    rows: c.rows.map((row) => [
      row.label,
      `${atlas.cite(row.medoid)}: ${cut(line(atlas.words(row.medoid)), LONGEST_NOTE)}`,
      found(atlas, row),
      without(row),
    ]),
  };
}

function found(atlas: Atlas, row: ConcordanceRow): string {
  return row.cells
    .filter((x) => x.status === 'found')
    .map(
      (x) => `${shortName(x.jurisdiction)} (${x.force ?? 'force unknown'}): ${x.provisions.map(atlas.cite).join(', ')}`,
    )
    .join('; ');
}

/** Sides without the rule, by why; of an archetype it says nothing that one model lacks a rule of another. */
function without(row: ConcordanceRow): string {
  const of = (status: string, words: string): string[] => {
    const sides = row.cells.filter((x) => x.status === status && !isPole(x.jurisdiction)).map((x) => x.jurisdiction);
    return sides.length === 0 ? [] : [`${words}: ${sides.join(', ')}`];
  };
  return [...of('absent', 'absent'), ...of('not-covered', 'not covered')].join('; ') || 'none';
}
