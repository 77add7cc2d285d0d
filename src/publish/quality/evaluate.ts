import type { CodedInstrument, Instrument, Provision } from '../../model/index.js';
import { basicUnitOf, byEId } from '../../text/provisions.js';
import type { GoldRow } from '../gold.js';

/** Precision, recall and F1 in [0,1] of one subject; null where nothing was coded, or nothing is in the gold. */
export interface EvaluationFigure {
  readonly level: 'article' | 'smallest';
  readonly by: 'all' | 'family' | 'code' | 'instrument';
  readonly subject: string;
  /** Pairs of provision and code in the gold, by the machine, and in both. */
  readonly gold: number;
  readonly coded: number;
  readonly both: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** An article and code on which machine and gold differ. */
export interface EvaluationError {
  readonly kind: 'wrong' | 'missed';
  readonly instrument: string;
  /** Pinpoint of the smallest unit. */
  readonly provision: string;
  readonly code: string;
  /** The machine's confidence; null where it missed the code. */
  readonly confidence: number | null;
  /** Codes that the other side gave in the same article and this one did not: what it was mistaken for. */
  readonly instead: readonly string[];
}

export interface Evaluation {
  readonly figures: readonly EvaluationFigure[];
  /** Worst first: wrong codes by confidence and missed ones in turn, so that the head shows both kinds. */
  readonly errors: readonly EvaluationError[];
  /** Gold rows whose citation the instrument as read does not have; they count as missed. */
  readonly unresolved: readonly GoldRow[];
  /** Instruments of the gold that the study does not hold; their rows are left out. */
  readonly missing: readonly string[];
}

interface Mark {
  readonly instrument: string;
  readonly code: string;
  readonly article: string;
  readonly provision: string;
  readonly confidence: number | null;
}

/**
 * Measures the coding of the instruments that the gold holds; others are not judged. An instrument read in full counts
 * with every row, so a machine's row without a match is an error. Pass instruments without annotations too: what is
 * absent from `coded` is reported as missing, not as missed. Empty gold gives figures of zero pairs.
 */
export function evaluate(gold: readonly GoldRow[], coded: readonly CodedInstrument[]): Evaluation {
  const byId = new Map(coded.map((c) => [c.instrument.metadata.id, c]));
  const judged = gold.filter((row) => byId.has(row.instrument));
  const unresolved: GoldRow[] = [];
  const wanted = judged.map((row) => {
    const owner = byId.get(row.instrument);
    const found = owner === undefined ? null : locate(owner.instrument, row.provision);
    if (found === null) unresolved.push(row);
    return { ...row, article: found ?? `?${row.provision}`, confidence: null };
  });
  const given = [...new Set(judged.map((row) => row.instrument))].flatMap((id) => marksOf(byId.get(id)));
  return {
    figures: (['article', 'smallest'] as const).flatMap((level) => figuresOf(level, wanted, given)),
    errors: errorsOf(wanted, given),
    unresolved,
    missing: [...new Set(gold.map((row) => row.instrument))].filter((id) => !byId.has(id)).sort(),
  };
}

/** The article (eId) that a citation lies in: the cited unit's, else that of the longest prefix that the instrument has. */
function locate(instrument: Instrument, citation: string): string | null {
  const cited = citations(instrument);
  for (let at = citation; at !== ''; at = shorter(at)) {
    const provision = cited.get(at);
    if (provision !== undefined) return articleOf(instrument, provision);
  }
  return null;
}

const shorter = (citation: string): string => /^(.*)\([^()]*\)$/u.exec(citation)?.[1] ?? '';

function articleOf(instrument: Instrument, provision: Provision): string {
  return (basicUnitOf(instrument, provision) ?? provision).eId;
}

function citations(instrument: Instrument): ReadonlyMap<string, Provision> {
  const map = new Map<string, Provision>();
  for (const p of instrument.provisions) if (p.citation !== null && !map.has(p.citation)) map.set(p.citation, p);
  return map;
}

function marksOf(owner: CodedInstrument | undefined): Mark[] {
  if (owner === undefined) return [];
  const { instrument, annotations } = owner;
  return annotations.flatMap(({ provision: ref, code, confidence }) => {
    const provision = byEId(instrument).get(ref.eId);
    if (provision === undefined) return [];
    const article = articleOf(instrument, provision);
    return { instrument: ref.instrument, code, article, provision: provision.citation ?? ref.eId, confidence };
  });
}

type Level = EvaluationFigure['level'];

const keyOf = (mark: Mark, level: Level): string =>
  `${mark.instrument}\n${level === 'article' ? mark.article : mark.provision}\n${mark.code}`;
const familyOf = (code: string): string => code.split('.')[0] ?? code;

function figuresOf(level: Level, wanted: readonly Mark[], given: readonly Mark[]): EvaluationFigure[] {
  const views = [
    ['all', () => 'all'],
    ['family', (m) => familyOf(m.code)],
    ['code', (m) => m.code],
    ['instrument', (m) => m.instrument],
  ] as const satisfies readonly (readonly [EvaluationFigure['by'], (mark: Mark) => string])[];
  const gold = new Map(wanted.map((m) => [keyOf(m, level), m]));
  const machine = new Map(given.map((m) => [keyOf(m, level), m]));
  return views.flatMap(([by, subjectOf]) => {
    const subjects = [...new Set([...gold.values(), ...machine.values()].map(subjectOf))].sort();
    return (by === 'all' ? ['all'] : subjects).map((subject) => {
      const mine = [...gold].filter(([, m]) => subjectOf(m) === subject);
      const coded = [...machine.values()].filter((m) => subjectOf(m) === subject).length;
      const both = mine.filter(([key]) => machine.has(key)).length;
      const precision = coded === 0 ? null : both / coded;
      const recall = mine.length === 0 ? null : both / mine.length;
      const f1 = coded + mine.length === 0 ? null : (2 * both) / (coded + mine.length);
      return { level, by, subject, gold: mine.length, coded, both, precision, recall, f1 };
    });
  });
}

/** Differences at article level, told at the smallest unit that shows them. */
function errorsOf(wanted: readonly Mark[], given: readonly Mark[]): EvaluationError[] {
  const wrong = without(given, wanted).map((m) => toError('wrong', m, wanted, given));
  const missed = without(wanted, given).map((m) => toError('missed', m, given, wanted));
  wrong.sort((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0));
  return Array.from({ length: Math.max(wrong.length, missed.length) }, (_, i) => [wrong[i], missed[i]])
    .flat()
    .filter((e) => e !== undefined);
}

function without(marks: readonly Mark[], others: readonly Mark[]): Mark[] {
  const known = new Set(others.map((m) => keyOf(m, 'article')));
  const first = new Map<string, Mark>();
  for (const mark of marks) {
    const key = keyOf(mark, 'article');
    const best = first.get(key);
    if (!known.has(key) && (best === undefined || (best.confidence ?? 0) < (mark.confidence ?? 0)))
      first.set(key, mark);
  }
  return [...first.values()];
}

function toError(
  kind: EvaluationError['kind'],
  mark: Mark,
  others: readonly Mark[],
  own: readonly Mark[],
): EvaluationError {
  const isHere = (m: Mark): boolean => m.instrument === mark.instrument && m.article === mark.article;
  const mine = new Set(own.filter(isHere).map((m) => m.code));
  const instead = [...new Set(others.filter(isHere).map((m) => m.code))].filter((c) => !mine.has(c)).sort();
  const { instrument, provision, code, confidence } = mark;
  return { kind, instrument, provision, code, confidence, instead };
}
