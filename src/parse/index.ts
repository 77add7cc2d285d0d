import type { Diagnostic, Instrument, SourceDocument } from '../model/index.js';
import { assemble } from './assemble.js';
import type { DraftUnit } from './draft.js';
import { families } from './families/index.js';
import { draftMarked, isMarked } from './marked.js';

/**
 * The law of a source document as a tree of provisions. Markup that states units is followed; flat text goes to the
 * first drafting family that recognises it. Text in which no structure is seen becomes plain paragraphs, with the
 * diagnostic `parse/no-structure`. Never throws; an empty document gives an instrument without provisions.
 */
export function parse(source: SourceDocument): Instrument {
  if (isMarked(source)) return assemble(source, draftMarked(source));
  const units = draftFlat(source);
  if (units.some((u) => u.kind !== 'text')) return assemble(source, units);
  const plain = assemble(source, draftPlain(source));
  return source.blocks.length === 0 ? plain : { ...plain, diagnostics: [...plain.diagnostics, noStructure(source)] };
}

/** What the first drafting family that recognises the text makes of it; empty where none does. */
function draftFlat(source: SourceDocument): DraftUnit[] {
  for (const family of families) {
    const units = family.draft(source);
    if (units !== null) return units;
  }
  return [];
}

function draftPlain(source: SourceDocument): DraftUnit[] {
  return source.blocks
    .filter((b) => b.text.trim() !== '' || b.heading !== null)
    .map((b) => ({
      kind: 'paragraph',
      tier: null,
      depth: 0,
      num: b.num,
      heading: b.heading,
      text: b.text,
      status: 'in-force',
    }));
}

function noStructure(source: SourceDocument): Diagnostic {
  return {
    ruleId: 'parse/no-structure',
    severity: 'warning',
    message: 'No articles or sections were recognised; the text is kept as plain paragraphs.',
    mend: 'Check that the file holds a law, or convert it to HTML or Markdown with a heading for each article.',
    file: source.path,
    instrument: source.metadata.id,
    span: null,
  };
}
