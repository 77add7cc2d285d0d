import type { Block, ProvisionStatus, SourceDocument } from '../model/index.js';
import { splitEnumeration } from './cut/enumeration.js';
import { ranked } from './cut/ranked.js';
import { scripted } from './cut/scripts.js';
import type { DraftUnit } from './draft.js';

/** True where the publisher's markup states the units of the law. */
export function isMarked(source: SourceDocument): boolean {
  return source.blocks.some((b) => b.unit !== null && b.unit !== 'footnote' && b.unit !== 'table');
}

/**
 * Draft units of blocks that carry their own structure. A block whose words keep their lines (a flat article inside
 * structured markup) is split into paragraphs and points below its unit.
 */
export function draftMarked(source: SourceDocument): DraftUnit[] {
  const units: DraftUnit[] = [];
  let open = 0;
  for (const block of source.blocks) {
    if (block.unit !== null) open = block.depth ?? open;
    const depth = block.depth ?? (block.unit === null ? open + 1 : open);
    const inside = linesOf(block, depth, source.format === 'json');
    units.push(headOf(block, depth, inside === null ? block.text : ''));
    if (inside !== null) units.push(...inside);
  }
  return units;
}

function headOf(block: Block, depth: number, text: string): DraftUnit {
  const { unit, num, heading } = block;
  return { kind: unit ?? 'text', tier: null, depth, num, heading, text, status: statusOf(block) };
}

function statusOf({ status, role }: Block): ProvisionStatus {
  return status ?? (role === 'quoted' ? 'quoted' : role === 'struck' ? 'repealed' : 'in-force');
}

/**
 * The units that the words of a block are cut into; null where it is one.
 *
 * @param runsOn dumps have lost the lines between their paragraphs and points
 */
function linesOf(block: Block, depth: number, runsOn: boolean): readonly DraftUnit[] | null {
  const { unit, text } = block;
  if (unit === null || unit === 'preamble') return null;
  if (runsOn && unit !== 'recital') return cutDump(text, depth + 1).map((u) => ({ ...u, status: statusOf(block) }));
  return text.includes('\n') ? splitEnumeration(text, depth + 1, statusOf(block)) : null;
}

/** A dump's words are cut by their script, else by the sequence of their marks. */
function cutDump(text: string, depth: number): readonly DraftUnit[] {
  return (scripted(text) ?? ranked)(text, depth);
}
