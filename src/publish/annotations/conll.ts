import type { ClauseAnnotation } from '../../model/index.js';
import type { Writer } from '../dataset.js';
import { carriesText } from '../licence.js';
import { tokensOf } from '../tokens.js';
import { fileStem } from './record.js';

/**
 * CoNLL with IOB2 tags: a token a line with its UTF-16 offsets, a blank line between provisions' lines. One tag a token: where
 * codings overlap the shorter one stands, and each one lost is counted in a note. Lossy.
 */
export const conll: Writer = function* (dataset, { text, note }) {
  let lost = 0;
  for (const { instrument, annotations } of dataset.coded()) {
    const { id, language } = instrument.metadata;
    if (!carriesText(instrument.metadata, text)) {
      note(`${id} is left out: CoNLL is made of its words, and its licence holds them back.`);
      continue;
    }
    const kept = withoutOverlaps(annotations);
    lost += annotations.length - kept.length;
    yield { path: `${fileStem(id)}.conll`, content: lines(instrument.text, language, kept) };
  }
  if (lost > 0) note(`${lost} codings overlap a shorter one and are lost: CoNLL holds one tag a token.`);
};

/** The shortest first; what overlaps a chosen one is left out. In order of place. */
function withoutOverlaps(annotations: readonly ClauseAnnotation[]): ClauseAnnotation[] {
  const length = (a: ClauseAnnotation): number => a.span.end - a.span.start;
  const kept: ClauseAnnotation[] = [];
  for (const a of [...annotations].sort((x, y) => length(x) - length(y) || (x.code < y.code ? -1 : 1)))
    if (!kept.some((k) => k.span.start < a.span.end && a.span.start < k.span.end)) kept.push(a);
  return kept.sort((x, y) => x.span.start - y.span.start);
}

function lines(text: string, language: string, kept: readonly ClauseAnnotation[]): string {
  const out: string[] = [];
  let next = 0;
  let inside: ClauseAnnotation | null = null;
  for (const [segment, index] of tokensOf(text, language)) {
    if (segment === '\n') {
      if (out.at(-1) !== '') out.push('');
      continue;
    }
    const end = index + segment.length;
    while ((kept[next]?.span.end ?? Number.POSITIVE_INFINITY) <= index) next += 1;
    const current = kept[next];
    const isHere = current !== undefined && current.span.start < end;
    const tag = !isHere ? 'O' : `${inside === current ? 'I' : 'B'}-${current.code}`;
    inside = isHere ? current : null;
    out.push(`${segment}\t${index}\t${end}\t${tag}`);
  }
  return `${out.join('\n')}\n`;
}
