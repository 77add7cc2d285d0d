import type { Instrument, Provision, Span } from '../model/index.js';
import { ancestry } from '../text/provisions.js';

/** A stretch of the instrument with its words. */
export interface Piece extends Span {
  readonly text: string;
}

/** A heading that stands over a unit; `distance` 0 is the unit's own, 1 its parent's, and so on. */
export interface Heading extends Piece {
  readonly distance: number;
  /** True where the heading belongs to the unit itself or to the article or section that holds it. */
  readonly near: boolean;
}

/** A provision as the coder reads it: its own words, the words that introduce it, and the headings above. */
export interface Unit {
  readonly provision: Provision;
  readonly own: readonly Piece[];
  /** Own words of the enclosing units inside the same article, nearest first: they introduce the list. */
  readonly lead: readonly Piece[];
  /** Headings from the unit's own outwards. */
  readonly headings: readonly Heading[];
}

const UNREAD: ReadonlySet<string> = new Set(['preamble', 'recital', 'footnote', 'conclusions']);
/** Supplementary provisions of Japanese and Korean laws: when an amendment takes effect and what becomes of earlier cases, no rule of the law itself. */
const SUPPLEMENTARY = /^(?:附\s*則|부\s*칙)/u;

/**
 * The units of an instrument that can carry a code, in document order: those with words of their own outside preambles,
 * recitals, footnotes, closing formulas, supplementary provisions, and quoted, repealed or omitted matter. Empty for an instrument
 * without such units.
 */
export function readableUnits(instrument: Instrument): Unit[] {
  const units: Unit[] = [];
  for (const provision of instrument.provisions) {
    if (provision.ownSpans.length === 0) continue;
    const chain = ancestry(instrument, provision);
    if (!isRead(chain)) continue;
    const own = pieces(instrument, provision.ownSpans).filter((p) => p.text.trim() !== '');
    if (own.length === 0) continue;
    units.push({ provision, own, lead: leadOf(instrument, chain), headings: headingsOf(instrument, chain) });
  }
  return units;
}

/** A provision as the coder would read it, whatever its status; where it has no words of its own, with those of its parts. */
export function unitOf(instrument: Instrument, provision: Provision): Unit {
  const chain = ancestry(instrument, provision);
  const own = pieces(instrument, provision.ownSpans).filter((p) => p.text.trim() !== '');
  const words = own.length > 0 ? own : pieces(instrument, [provision.span]);
  return { provision, own: words, lead: leadOf(instrument, chain), headings: headingsOf(instrument, chain) };
}

/** Articles and chapters are read even where a flat text hangs them under its preamble; whatever else stands there is not. */
function isRead(chain: readonly Provision[]): boolean {
  if (chain.some((p) => p.status !== 'in-force' || SUPPLEMENTARY.test(p.num ?? ''))) return false;
  const enacted = chain.findIndex((p) => p.tier === 'basic' || p.tier === 'division');
  const inside = enacted < 0 ? chain : chain.slice(0, enacted + 1);
  return !inside.some((p) => UNREAD.has(p.kind) || p.tier === 'front');
}

/** The unit's own words as one string; pieces are joined by a space. */
export function wordsOf(unit: Unit): string {
  return unit.own.map((p) => p.text).join(' ');
}

function leadOf(instrument: Instrument, chain: readonly Provision[]): Piece[] {
  const basic = chain.findIndex((p) => p.tier === 'basic');
  const start = chain[0]?.span.start ?? 0;
  return chain
    .slice(1, basic < 0 ? 1 : basic + 1)
    .flatMap((p) => pieces(instrument, p.ownSpans.filter((s) => s.end <= start).slice(0, 1)));
}

function headingsOf(instrument: Instrument, chain: readonly Provision[]): Heading[] {
  const basic = chain.findIndex((p) => p.tier === 'basic');
  return chain.flatMap((p, distance) =>
    p.headingSpan === null
      ? []
      : pieces(instrument, [p.headingSpan]).map((s) => ({ ...s, distance, near: distance <= Math.max(basic, 0) })),
  );
}

function pieces(instrument: Instrument, spans: readonly Span[]): Piece[] {
  return spans.map((s) => ({ start: s.start, end: s.end, text: instrument.text.slice(s.start, s.end) }));
}
