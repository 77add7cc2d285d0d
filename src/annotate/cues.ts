import type { Codebook, Cue, Evidence } from '../model/index.js';
import { required } from './literals.js';
import type { Piece, Unit } from './units.js';

/** A cue seen at work. `where` tells whether the unit's own words, the words that introduce it, or a heading fired it. */
export interface Firing {
  readonly code: string;
  readonly where: 'own' | 'lead' | 'heading' | 'context';
  /** 0 for the unit itself, then how many levels up. */
  readonly distance: number;
  /** Weight after decay: what the words of an enclosing unit say counts for less. */
  readonly evidence: Evidence;
}

/** A heading over the article speaks less clearly for each of its paragraphs; set by hand, then left to the model. */
const HEADING_DECAY = 0.6;
/** Headings of chapters cover many rules; a heading cue read there counts little. */
const CHAPTER_DECAY = 0.3;
/** The opening words of a list speak for its points only in part. */
const LEAD_DECAY = 0.5;

interface Compiled {
  readonly code: string;
  readonly cue: Cue;
  readonly expression: RegExp;
  /** One of these stands in every text that the cue can match; null where nothing can be said. */
  readonly literals: readonly string[] | null;
}

/** A function that lists the firings of a codebook's cues of one language; cues are compiled once per codebook. */
export function reader(codebook: Codebook, language: string): (unit: Unit) => Firing[] {
  const compiled = compile(codebook, language);
  const inText = compiled.filter((c) => c.cue.in === 'text');
  const inHeading = compiled.filter((c) => c.cue.in !== 'text');
  return (unit) => {
    const out: Firing[] = [];
    for (const piece of unit.own) seek(inText, piece, 'own', 0, 1, out);
    unit.lead.forEach((piece, i) => {
      seek(inText, piece, 'lead', i + 1, LEAD_DECAY ** (i + 1), out);
    });
    for (const heading of unit.headings) {
      const decay = heading.distance === 0 ? 1 : heading.near ? HEADING_DECAY : CHAPTER_DECAY;
      const cues = inHeading.filter((c) => c.cue.in === 'heading' || heading.distance > 0);
      seek(cues, heading, heading.near ? 'heading' : 'context', heading.distance, decay, out);
    }
    return out;
  };
}

/** The firings of each code, codes in the order of their first firing. */
export function groupByCode(firings: readonly Firing[]): ReadonlyMap<string, readonly Firing[]> {
  const groups = new Map<string, Firing[]>();
  for (const firing of firings) {
    const group = groups.get(firing.code);
    if (group === undefined) groups.set(firing.code, [firing]);
    else group.push(firing);
  }
  return groups;
}

function seek(
  cues: readonly Compiled[],
  piece: Piece,
  where: Firing['where'],
  distance: number,
  decay: number,
  out: Firing[],
): void {
  const lower = piece.text.toLowerCase();
  for (const { code, cue, expression, literals } of cues) {
    if (literals !== null && !literals.some((l) => lower.includes(l))) continue;
    const match = expression.exec(piece.text);
    if (match === null) continue;
    const start = piece.start + match.index;
    const span = { start, end: start + match[0].length };
    out.push({ code, where, distance, evidence: { by: cue.id, span, weight: cue.weight * decay } });
  }
}

const kept = new WeakMap<Codebook, Map<string, readonly Compiled[]>>();

function compile(codebook: Codebook, language: string): readonly Compiled[] {
  const languages = kept.get(codebook) ?? new Map<string, readonly Compiled[]>();
  kept.set(codebook, languages);
  const known = languages.get(language);
  if (known !== undefined) return known;
  const compiled = codebook.codes.flatMap((code) =>
    code.cues
      .filter((cue) => cue.language === language)
      .map((cue) => ({
        code: code.id,
        cue,
        expression: new RegExp(cue.pattern, 'iu'),
        literals: required(cue.pattern),
      })),
  );
  languages.set(language, compiled);
  return compiled;
}
