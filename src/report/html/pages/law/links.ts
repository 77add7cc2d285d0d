import type { Instrument, Provision, Span } from '../../../../model/index.js';
import { byEId } from '../../../../text/provisions.js';

/** A stretch of a law that leads to another place of the same law. */
export interface LawLink {
  readonly span: Span;
  readonly eId: string;
  readonly kind: 'reference' | 'term';
  /** Pinpoint of where it leads. */
  readonly citation: string;
}

/** What finds the links of one unit. */
export type LinkFinder = (unit: Provision) => readonly LawLink[];

/**
 * Words for a basic unit and the kinds they can mean: a statute of sections that names an 'Article' speaks of another law.
 */
const UNIT_WORDS: Readonly<Record<string, readonly string[]>> = {
  article: ['article', 'rule'],
  articles: ['article', 'rule'],
  art: ['article'],
  section: ['section'],
  sections: ['section'],
  regulation: ['rule', 'article', 'section'],
  artículo: ['article'],
  artículos: ['article'],
  artigo: ['article'],
  artigos: ['article'],
  artikel: ['article'],
  clause: ['clause'],
};
const NUMBER = String.raw`\d+[A-Za-z]{0,2}(?:[.\-–]\d+[A-Za-z]?)*(?:\s?\(\w{1,5}\))*`;
const REFERENCE = new RegExp(
  String.raw`(?<!\p{L})(${Object.keys(UNIT_WORDS).join('|')})\.?\s+(${NUMBER}(?:\s*(?:,|;|and|or|to|y|e|et|und)\s*${NUMBER})*)`,
  'giu',
);
/** 'Article 6 of the Treaty', 'Article XX GATT': another law, unless it is 'this' one. */
const INNER = String.raw`(?:\s*,?\s*(?:and|or|to)?\s*(?:first|second|third|fourth)?\s*(?:points?|(?:sub-?)?paragraphs?|indents?|letters?|sentences?|items?|\([^)]{1,6}\)|\d+))*`;
const ELSEWHERE = new RegExp(
  String.raw`^${INNER}\s*,?\s*(?:(?:of|du|de|del|do|da|der|des|thereof|to)\s+(?!th(?:is|e\s+present)\b|est[ea]\b|la\s+presente|the\s+extent|be\b)|[A-Z]{2,})`,
  'u',
);
const DEFINITION =
  /^[^‘“"«]{0,60}[‘“"«]([^’”"»]{2,60})[’”"»][^.;]{0,60}?\b(?:means?|includes?|shall mean|refers? to|has the (?:same )?meaning|significa|désigne|bezeichnet)\b/iu;
/** Characters behind a reference in which another law would be named. */
const LOOK_AHEAD = 120;
/** A law that defines more terms than this would be all links. */
const MOST_TERMS = 80;
const SHORTEST_TERM = 4;

/**
 * Returns a finder of the references and defined terms of a law that lead to places its page prints. Conservative: what may
 * speak of another law gets no link. A term is linked once in each unit.
 */
export function linkFinder(instrument: Instrument, printed: ReadonlySet<string>): LinkFinder {
  const places = new Map<string, Provision>();
  for (const p of instrument.provisions) {
    const isHere = p.tier === 'basic' || p.tier === 'inner';
    if (isHere && p.citation !== null && !places.has(p.citation)) places.set(p.citation, p);
  }
  const map = byEId(instrument);
  const units = [...printed].flatMap((eId) => map.get(eId) ?? []);
  const isPrinted = (p: Provision): boolean => units.some((u) => holds(u, p));
  const terms = definedTerms(instrument, isPrinted);
  const pattern =
    terms.size === 0
      ? null
      : new RegExp(
          `(?<![\\p{L}\\p{N}])(${[...terms.keys()]
            .sort((a, b) => b.length - a.length)
            .map(literal)
            .join('|')})(?:e?s)?(?![\\p{L}\\p{N}])`,
          'giu',
        );
  return (unit) => [...references(instrument, unit, places, isPrinted), ...uses(instrument, unit, terms, pattern)];
}

const holds = (outer: Provision, inner: Provision): boolean =>
  outer.span.start <= inner.span.start && outer.span.end >= inner.span.end;

function references(
  instrument: Instrument,
  unit: Provision,
  places: ReadonlyMap<string, Provision>,
  isPrinted: (p: Provision) => boolean,
): LawLink[] {
  const text = instrument.text.slice(unit.span.start, unit.span.end);
  const found: LawLink[] = [];
  for (const m of text.matchAll(REFERENCE)) {
    const kinds = UNIT_WORDS[(m[1] ?? '').toLowerCase()] ?? [];
    if (ELSEWHERE.test(text.slice(m.index + m[0].length, m.index + m[0].length + LOOK_AHEAD))) continue;
    const list = m[2] ?? '';
    const offset = unit.span.start + m.index + m[0].length - list.length;
    for (const n of list.matchAll(new RegExp(NUMBER, 'gu'))) {
      const target = resolve(n[0].replace(/\s/g, ''), places);
      if (target === null || holds(target, unit) || !kinds.includes(basicKind(target, places)) || !isPrinted(target))
        continue;
      const start = offset + n.index;
      found.push({
        span: { start, end: start + n[0].length },
        eId: target.eId,
        kind: 'reference',
        citation: target.citation ?? '',
      });
    }
  }
  return found;
}

/** The named place, or the nearest unit around it that the tree knows. */
function resolve(citation: string, places: ReadonlyMap<string, Provision>): Provision | null {
  for (let at = citation; at !== ''; at = at.replace(/\([^()]*\)$/, '')) {
    const found = places.get(at);
    if (found !== undefined) return found;
    if (!at.endsWith(')')) break;
  }
  return null;
}

function basicKind(target: Provision, places: ReadonlyMap<string, Provision>): string {
  if (target.tier === 'basic') return target.kind;
  return places.get((target.citation ?? '').replace(/[([].*$/, ''))?.kind ?? target.kind;
}

function definedTerms(instrument: Instrument, isPrinted: (p: Provision) => boolean): ReadonlyMap<string, Provision> {
  const terms = new Map<string, Provision>();
  for (const p of instrument.provisions) {
    if (p.tier !== 'inner' || terms.size >= MOST_TERMS) continue;
    const start = Math.max(p.span.start, p.numSpan?.end ?? 0);
    const term = DEFINITION.exec(instrument.text.slice(start, Math.min(p.span.end, start + 240)))?.[1]?.trim();
    if (term === undefined || term.length < SHORTEST_TERM || /^\d/.test(term) || !isPrinted(p)) continue;
    if (!terms.has(term.toLowerCase())) terms.set(term.toLowerCase(), p);
  }
  return terms;
}

function uses(
  instrument: Instrument,
  unit: Provision,
  terms: ReadonlyMap<string, Provision>,
  pattern: RegExp | null,
): LawLink[] {
  if (pattern === null) return [];
  const seen = new Set<string>();
  const text = instrument.text.slice(unit.span.start, unit.span.end);
  return [...text.matchAll(pattern)].flatMap((m): LawLink[] => {
    const term = (m[1] ?? '').toLowerCase();
    const target = terms.get(term);
    const start = unit.span.start + m.index;
    // A definition's own words do not lead to themselves, nor does any word of the article that defines.
    if (target === undefined || seen.has(term) || holds(unit, target)) return [];
    seen.add(term);
    return [
      { span: { start, end: start + m[0].length }, eId: target.eId, kind: 'term', citation: target.citation ?? '' },
    ];
  });
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
