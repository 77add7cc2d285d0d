import type { Alignment, Relation } from '../../model/index.js';
import type { UnitProfile } from '../profile.js';
import { toParts } from './features.js';
import type { Candidate } from './links.js';

/** Two rules on one matter of which one forbids what the other orders or allows. */
const OPPOSED: readonly (readonly [string, string])[] = [
  ['localization.storage', 'localization.ban'],
  ['localization.facilities', 'localization.ban'],
  ['jurisdiction.compelled-access', 'jurisdiction.blocking'],
];
/** At least this score for `equivalent`; where codes nest, lengths must be nearer than this and a bit. */
const EQUIVALENT_SCORE = 0.6;
const EQUIVALENT_LENGTHS = 0.55;
/** A rule this much shorter covers less, unless codes say otherwise. */
const NARROW_LENGTHS = 0.55;
/** Under this score the two share a matter rather than a rule. */
const RELATED_SCORE = 0.2;

/** The link as exports show it, relation read from left to right. `primary`: best pair of both of its units. */
export function toAlignment(c: Candidate, primary: boolean): Alignment {
  const relation = relate(c, primary);
  return {
    left: ref(c.left),
    right: ref(c.right),
    relation,
    score: round(c.score),
    parts: rounded(toParts(c.features)),
    reason: explain(c, relation),
  };
}

/** A row that says: searched, and no counterpart reached the threshold. `best` is the nearest that did not, if any. */
export function toNone(unit: UnitProfile, best: Candidate | undefined): Alignment {
  const parts = {
    codes: null,
    text: null,
    headings: null,
    structure: null,
    quantities: null,
    terms: null,
  };
  const near = best === undefined ? '' : `; the nearest was ${name(best.right)} with ${round(best.score)}`;
  return {
    left: ref(unit),
    right: null,
    relation: 'none',
    score: best === undefined ? 0 : round(best.score),
    parts,
    reason: `No counterpart reaches the threshold${near}.`,
  };
}

function relate(c: Candidate, primary: boolean): Relation {
  if (c.left.fingerprint === c.right.fingerprint) return 'equivalent';
  if (isConflict(c)) return 'conflicting';
  if (!primary) return 'related';
  if (c.score < RELATED_SCORE) return 'related';
  const lengths = lengthRatio(c);
  if (lengths < NARROW_LENGTHS) return 'narrower';
  if (lengths > 1 / NARROW_LENGTHS) return 'broader';
  const nested = nesting(c);
  if (c.score < EQUIVALENT_SCORE) return nested ?? 'related';
  return nested !== null && Math.min(lengths, 1 / lengths) < EQUIVALENT_LENGTHS + 0.15 ? nested : 'equivalent';
}

function nesting(c: Candidate): Relation | null {
  const left = new Set(c.left.codes.keys());
  const right = new Set(c.right.codes.keys());
  if (left.size === 0 || right.size === 0 || left.size === right.size) return null;
  const [small, large, relation] =
    left.size < right.size ? [left, right, 'narrower' as const] : [right, left, 'broader' as const];
  return [...small].every((code) => large.has(code)) ? relation : null;
}

/** Length of the left rule over that of the right one; scripts without spaces count each sign as about three letters. */
function lengthRatio(c: Candidate): number {
  const measure = (u: UnitProfile) =>
    Math.max(1, u.length * (u.language === 'zh' || u.language === 'ja' ? 3 : u.language === 'ko' ? 2 : 1));
  return measure(c.left) / measure(c.right);
}

function isConflict(c: Candidate): boolean {
  const { left, right } = c;
  const has = (u: UnitProfile, code: string) => (u.codes.get(code) ?? 0) >= 0.5;
  if (OPPOSED.some(([a, b]) => (has(left, a) && has(right, b)) || (has(left, b) && has(right, a)))) return true;
  const shared = [...left.codes.keys()].filter((code) => right.codes.has(code));
  if (shared.length === 0) return false;
  return (
    shared.every((code) => {
      const l = left.annotations.filter((a) => a.code === code).map((a) => a.modality);
      const r = right.annotations.filter((a) => a.code === code).map((a) => a.modality);
      const bars = (m: readonly string[]) => m.every((x) => x === 'prohibition');
      const orders = (m: readonly string[]) => m.every((x) => x === 'obligation');
      return (bars(l) && orders(r)) || (orders(l) && bars(r));
    }) &&
    (c.features.text ?? 0) < 0.3 &&
    left.language === right.language &&
    shared.some((code) => code.startsWith('localization') || code.startsWith('jurisdiction.blocking'))
  );
}

function explain(c: Candidate, relation: Relation): string {
  if (c.left.fingerprint === c.right.fingerprint) return 'The same words.';
  const shared = [...c.left.codes.keys()].filter((code) => c.right.codes.has(code)).sort();
  const why: string[] = [];
  if (shared.length > 0) why.push(`both carry ${shared.join(', ')}`);
  if ((c.features.headings ?? 0) >= 0.5) why.push('their headings match');
  if ((c.features.text ?? 0) >= 0.3) why.push(`their words are close (${round(c.features.text ?? 0)})`);
  if ((c.features.terms ?? 0) >= 0.4)
    why.push(`they use the same terms of the field (${round(c.features.terms ?? 0)})`);
  const base = why.length === 0 ? 'Weak signs only: place and single words' : capital(why.join('; '));
  if (relation === 'narrower') return `${base}; the left one covers less.`;
  if (relation === 'broader') return `${base}; the left one covers more.`;
  if (relation === 'conflicting') return `${base}; one bars what the other orders or allows.`;
  return `${base}.`;
}

const ref = (u: UnitProfile) => ({
  instrument: u.instrument.metadata.id,
  eId: u.unit.eId,
});
const name = (u: UnitProfile) => `${u.instrument.metadata.id} ${u.unit.citation ?? u.unit.eId}`;
const round = (n: number) => Math.round(n * 1e4) / 1e4;
const capital = (s: string) => s.charAt(0).toUpperCase() + s.slice(1);

function rounded(parts: Alignment['parts']): Alignment['parts'] {
  const r = (n: number | null | undefined) => (n === null || n === undefined ? null : round(n));
  return {
    codes: r(parts.codes),
    text: r(parts.text),
    headings: r(parts.headings),
    structure: r(parts.structure),
    quantities: r(parts.quantities),
    terms: r(parts.terms),
  };
}
