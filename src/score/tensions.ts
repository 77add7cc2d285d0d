import type { ClauseAnnotation, CodedInstrument, InstrumentMetadata, ProvisionRef, Tension } from '../model/index.js';
import { byEId } from '../text/provisions.js';
import { HEARD } from './positions.js';
import { isAlive } from './sides.js';
import { isBound } from './unions.js';

/** One way in which two rules pull apart: who wants what, against what, and what may reconcile them. */
interface Pattern {
  readonly type: string;
  readonly left: readonly string[];
  readonly right: string;
  /** `foreign`: two laws of different jurisdictions. `commitment`: a law and a treaty of the same party. */
  readonly between: 'foreign' | 'commitment';
  /** Codes of clauses that may reconcile, with the side that holds them, best first. */
  readonly reconcilers: readonly (readonly ['left' | 'right', string])[];
  readonly say: string;
}

const PATTERNS: readonly Pattern[] = [
  {
    type: 'compelled-access-v-blocking',
    left: ['jurisdiction.compelled-access'],
    right: 'jurisdiction.blocking',
    between: 'foreign',
    reconcilers: [
      ['left', 'jurisdiction.conflict'],
      ['right', 'jurisdiction.conflict'],
      ['right', 'transfer.derogation'],
    ],
    say: 'orders data to be produced wherever it is held, while the other bars or conditions handing it to foreign authorities',
  },
  {
    type: 'localization-v-ban',
    left: ['localization.storage', 'localization.facilities'],
    right: 'localization.ban',
    between: 'commitment',
    reconcilers: [
      ['right', 'localization.exception'],
      ['right', 'transfer.exception'],
    ],
    say: 'keeps data or facilities in the territory, while the same party has committed itself not to require that',
  },
  {
    type: 'restriction-v-free-flow',
    left: ['transfer.authorisation', 'transfer.general'],
    right: 'transfer.free-flow',
    between: 'commitment',
    reconcilers: [['right', 'transfer.exception']],
    say: 'puts a barrier before transfers abroad, while the same party has committed itself to let data flow',
  },
];

/** Of the provisions of one instrument that carry a code, the surest this many enter pairs: more repeat the same conflict. */
const PER_INSTRUMENT = 3;
/** A soft rule pulls half as hard; a reconciling clause takes off a part; a treaty not in force binds less. */
const SOFT = 0.5;
const RECONCILED = 0.7;
const NOT_IN_FORCE = 0.6;

/** Provisions that pull apart, gravest first. `asOf` leaves out what was not law on the date. Empty where nothing does. */
export function findTensions(coded: readonly CodedInstrument[], asOf: string | null): Tension[] {
  const alive = coded.filter((c) => isAlive(c.instrument.metadata, asOf));
  const tensions = PATTERNS.flatMap((pattern) => {
    const restricting = alive.flatMap((coded) => holding(coded, barring(coded, pattern)));
    const restricted = alive.flatMap((coded) => holding(coded, surest(coded, [pattern.right])));
    return restricting.flatMap((left) =>
      restricted.flatMap((right) => {
        if (left.coded === right.coded) return [];
        const [mine, theirs] = [left.coded.instrument.metadata, right.coded.instrument.metadata];
        const parties = partiesOf(mine, theirs, pattern.between, asOf);
        if (parties.length === 0) return [];
        return left.rules.flatMap((a) =>
          right.rules.map((b) => toTension(pattern, left.coded, a, right.coded, b, parties)),
        );
      }),
    );
  });
  return tensions.sort(
    (a, b) =>
      b.severity - a.severity ||
      order(key(a.left), key(b.left)) ||
      order(key(a.right), key(b.right)) ||
      order(a.type, b.type),
  );
}

/** An instrument with those of its rules that a pattern asks for; none where it has none. */
function holding(coded: CodedInstrument, rules: readonly ClauseAnnotation[]) {
  return rules.length === 0 ? [] : [{ coded, rules }];
}

/** Rules of the left side that restrict; a transfer rule that only permits restricts nothing. */
function barring(left: CodedInstrument, pattern: Pattern): readonly ClauseAnnotation[] {
  const found = surest(left, pattern.left);
  if (pattern.type !== 'restriction-v-free-flow') return found;
  return found.filter((a) => a.modality === 'prohibition' || a.modality === 'obligation');
}

function surest(coded: CodedInstrument, codes: readonly string[]): readonly ClauseAnnotation[] {
  const seen = new Set<string>();
  return coded.annotations
    .filter((a) => codes.includes(a.code) && a.confidence >= HEARD && a.modality !== 'definition')
    .sort((a, b) => b.confidence - a.confidence || a.span.start - b.span.start)
    .filter((a) => !seen.has(a.provision.eId) && seen.add(a.provision.eId))
    .slice(0, PER_INSTRUMENT);
}

/** Whom the tension concerns; empty where the two do not meet. Archetypes meet archetypes only. */
function partiesOf(
  left: InstrumentMetadata,
  right: InstrumentMetadata,
  between: Pattern['between'],
  asOf: string | null,
): readonly string[] {
  if ((left.kind === 'archetype') !== (right.kind === 'archetype')) return [];
  const isLaw = (m: InstrumentMetadata) => m.kind !== 'agreement' && m.kind !== 'convention';
  if (between === 'commitment') {
    if (left.kind !== 'archetype' && (!isLaw(left) || isLaw(right))) return [];
    return left.jurisdictions.filter((j) => isBound(j, right.jurisdictions, asOf)).sort();
  }
  if (!isLaw(left) || !isLaw(right)) return [];
  const meet = left.jurisdictions.some(
    (j) =>
      isBound(j, right.jurisdictions, asOf) ||
      right.jurisdictions.some((k) => isBound(k, [j], asOf) || nation(k) === nation(j)),
  );
  if (meet) return [];
  const names = [...new Set([...left.jurisdictions, ...right.jurisdictions])].sort();
  return names.length > 0 ? names : [left.id, right.id].sort();
}

/** `US` of `US-CA`: a state's law and its federation's are one legal order here. */
const nation = (jurisdiction: string) => jurisdiction.split('-')[0] ?? jurisdiction;

function toTension(
  pattern: Pattern,
  left: CodedInstrument,
  a: ClauseAnnotation,
  right: CodedInstrument,
  b: ClauseAnnotation,
  parties: readonly string[],
): Tension {
  const reconciledBy = reconcile(pattern, left, a, right, b);
  const force = (x: ClauseAnnotation) => (x.force === 'hard' ? 1 : SOFT);
  const sleeping = [left, right].some((c) => c.instrument.metadata.status === 'not-in-force');
  const severity =
    force(a) *
    force(b) *
    Math.sqrt(a.confidence * b.confidence) *
    (reconciledBy === null ? 1 : RECONCILED) *
    (sleeping ? NOT_IN_FORCE : 1);
  const clause =
    reconciledBy === null
      ? 'No clause that reconciles them was found.'
      : `${citationOf(reconciledBy, [left, right])} may reconcile them.`;
  const asleep = sleeping ? ' One of the two is not in force.' : '';
  return {
    left: a.provision,
    right: b.provision,
    type: pattern.type,
    severity: Math.round(severity * 1e4) / 1e4,
    parties,
    reconciledBy,
    reason: `${citationOf(a.provision, [left, right])} ${pattern.say} (${citationOf(b.provision, [left, right])}). ${clause}${asleep}`,
  };
}

/** The best clause that may reconcile: first by the pattern's order of codes, then the nearest in the text to the rule it would bend. */
function reconcile(
  pattern: Pattern,
  left: CodedInstrument,
  a: ClauseAnnotation,
  right: CodedInstrument,
  b: ClauseAnnotation,
): ProvisionRef | null {
  for (const [side, code] of pattern.reconcilers) {
    const holder = side === 'left' ? left : right;
    const at = side === 'left' ? a : b;
    const found = holder.annotations
      .filter((x) => x.code === code && x.confidence >= HEARD)
      .sort(
        (x, y) =>
          Math.abs(x.span.start - at.span.start) - Math.abs(y.span.start - at.span.start) ||
          x.span.start - y.span.start,
      )[0];
    if (found !== undefined) return found.provision;
  }
  return null;
}

/** `GDPR 48`: the shortest name of the instrument and the pinpoint. */
function citationOf(ref: ProvisionRef, among: readonly CodedInstrument[]): string {
  const holder = among.find((c) => c.instrument.metadata.id === ref.instrument)?.instrument;
  const name = holder?.metadata.aliases[0] ?? holder?.metadata.title ?? ref.instrument;
  const pinpoint = holder === undefined ? null : byEId(holder).get(ref.eId)?.citation;
  return `${name} ${pinpoint ?? ref.eId}`;
}

const key = (r: ProvisionRef) => `${r.instrument} ${r.eId}`;
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
