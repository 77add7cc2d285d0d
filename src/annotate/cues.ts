import type { Codebook, Cue, Evidence, Span } from '../model/index.js';
import { required } from './literals.js';
import { scanner } from './scan.js';
import { mayMatch } from './sought.js';
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

/** Lines are broken where the page was, so a pattern sees spaces instead; one for one, so that offsets hold. */
const BREAK = /[^\S ]/gu;

interface Compiled {
  readonly code: string;
  readonly cue: Cue;
  readonly expression: RegExp;
  /** Strings of which one stands in what the cue matches; null where none is sure to. */
  readonly first: readonly string[] | null;
  /** Sets of strings beside the one that the cue is sought by: of each one stands in what it matches. */
  readonly further: readonly (readonly string[])[];
}

/** A cue at work in a piece of text, before what it stands in is weighed. */
interface Sighting {
  readonly code: string;
  readonly evidence: Evidence & { readonly span: Span };
}

interface Cues {
  readonly name: string;
  readonly cues: readonly Compiled[];
  /** Indexes of cues of which no word is sure to stand in what they match. */
  readonly always: readonly number[];
  /** Indexes of the other cues that may match a lower-case text. */
  readonly sought: (lower: string) => ReadonlySet<number>;
}

/** A function that lists the firings of a codebook's cues of one language; cues are compiled once per codebook. */
export function reader(codebook: Codebook, language: string): (unit: Unit) => Firing[] {
  const { inText, inHeading, inContext } = compile(codebook, language);
  // What introduces a list is read again for each of its points, a heading for all that stands under it: look once.
  const known = new Map<string, readonly Sighting[]>();
  const look = (cues: Cues, piece: Piece): readonly Sighting[] => {
    const key = `${piece.start} ${piece.end} ${cues.name}`;
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const seen = seek(cues, piece);
    known.set(key, seen);
    return seen;
  };
  return (unit) => {
    const out: Firing[] = [];
    const add = (seen: readonly Sighting[], where: Firing['where'], distance: number, decay: number): void => {
      for (const { code, evidence } of seen)
        out.push({ code, where, distance, evidence: { ...evidence, weight: evidence.weight * decay } });
    };
    for (const piece of unit.own) add(look(inText, piece), 'own', 0, 1);
    unit.lead.forEach((piece, i) => {
      add(look(inText, piece), 'lead', i + 1, LEAD_DECAY ** (i + 1));
    });
    for (const heading of unit.headings) {
      const decay = heading.distance === 0 ? 1 : heading.near ? HEADING_DECAY : CHAPTER_DECAY;
      const seen = look(heading.distance > 0 ? inContext : inHeading, heading);
      add(seen, heading.near ? 'heading' : 'context', heading.distance, decay);
    }
    return out;
  };
}

/** True where a cue speaks for some code: counter-cues alone ask for no weighing, and they are what most of a treaty fires. */
export function speaks(firings: readonly Firing[]): boolean {
  return firings.some((f) => f.evidence.weight > 0);
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

function seek({ cues, always, sought }: Cues, piece: Piece): Sighting[] {
  const text = piece.text.replace(BREAK, ' ');
  const lower = text.toLowerCase();
  const candidates = [...always, ...sought(lower)].sort((a, b) => a - b);
  const seen: Sighting[] = [];
  for (const i of candidates) {
    const entry = cues[i];
    if (entry === undefined || !mayMatch(lower, entry.further)) continue;
    const match = entry.expression.exec(text);
    if (match === null) continue;
    const start = piece.start + match.index;
    const span = { start, end: start + match[0].length };
    seen.push({ code: entry.code, evidence: { by: entry.cue.id, span, weight: entry.cue.weight } });
  }
  return seen;
}

interface Languages {
  readonly inText: Cues;
  readonly inHeading: Cues;
  /** Cues for headings and for the headings above: what a heading over several units is read by. */
  readonly inContext: Cues;
}

/** No word and no gap is longer: what repeats without end could otherwise be made to run over one endless word again and again. */
const LONGEST_RUN = 60;

/** The pattern with every repetition bounded, so that the work at each place of a text is bounded, and the whole linear in its length. */
export function bounded(pattern: string): string {
  return pattern.replace(
    /(\\[wsdS]|\]|\))([*+])(?!\?)/g,
    (_, what: string, times: string) => `${what}{${times === '*' ? 0 : 1},${LONGEST_RUN}}`,
  );
}

const kept = new WeakMap<Codebook, Map<string, Languages>>();

function compile(codebook: Codebook, language: string): Languages {
  const languages = kept.get(codebook) ?? new Map<string, Languages>();
  kept.set(codebook, languages);
  const known = languages.get(language);
  if (known !== undefined) return known;
  const all = codebook.codes.flatMap((code) =>
    code.cues
      .filter((cue) => cue.language === language)
      .map((cue) => ({ code: code.id, cue, expression: new RegExp(bounded(cue.pattern), 'iu'), ...soughtBy(cue) })),
  );
  const made = {
    inText: prepared(
      'text',
      all.filter((c) => c.cue.in === 'text'),
    ),
    inHeading: prepared(
      'heading',
      all.filter((c) => c.cue.in === 'heading'),
    ),
    inContext: prepared(
      'context',
      all.filter((c) => c.cue.in !== 'text'),
    ),
  };
  languages.set(language, made);
  return made;
}

function soughtBy({ pattern }: Cue): Pick<Compiled, 'first' | 'further'> {
  const [first, ...further] = required(pattern);
  return { first: first ?? null, further };
}

function prepared(name: string, cues: readonly Compiled[]): Cues {
  const needles = new Map<string, number[]>();
  const always: number[] = [];
  cues.forEach(({ first }, i) => {
    if (first === null) always.push(i);
    for (const literal of first ?? []) needles.set(literal, [...(needles.get(literal) ?? []), i]);
  });
  const scan = scanner([...needles.keys()]);
  const owners = [...needles.values()];
  const sought = (lower: string): ReadonlySet<number> => new Set(scan(lower).flatMap((n) => owners[n] ?? []));
  return { name, cues, always, sought };
}
