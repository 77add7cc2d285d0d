import type { Block, SourceDocument } from '../model/index.js';
import { splitEnumeration } from './cut/enumeration.js';
import { ranked } from './cut/ranked.js';
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
  let depth = 0;
  for (const block of source.blocks) {
    if (block.unit !== null) depth = block.depth ?? depth;
    units.push(...draftBlock(block, depth, source.format === 'json'));
  }
  return units;
}

/** @param runsOn dumps have lost the lines between their paragraphs and points */
function draftBlock(block: Block, open: number, runsOn: boolean): DraftUnit[] {
  const status =
    block.status ?? (block.role === 'quoted' ? 'quoted' : block.role === 'struck' ? 'repealed' : 'in-force');
  if (block.unit === null) {
    return [
      {
        kind: 'text',
        tier: null,
        depth: block.depth ?? open + 1,
        num: block.num,
        heading: block.heading,
        text: block.text,
        status,
      },
    ];
  }
  const depth = block.depth ?? open;
  const head = {
    kind: block.unit,
    tier: null,
    depth,
    num: block.num,
    heading: block.heading,
    status,
  };
  if (runsOn && block.unit !== 'preamble' && block.unit !== 'recital')
    return [{ ...head, text: '' }, ...ranked(block.text, depth + 1).map((u) => ({ ...u, status }))];
  if (!block.text.includes('\n') || block.unit === 'preamble') return [{ ...head, text: block.text }];
  return [{ ...head, text: '' }, ...splitEnumeration(block.text, depth + 1, status)];
}
