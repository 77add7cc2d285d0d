import type { ClauseAnnotation } from '../../model/index.js';
import { isTreaty } from '../sides/force.js';
import { HEARD, type Side } from '../sides/sides.js';
import type { Law } from './clauses.js';
import type { Clash } from './grade.js';
import { partiesOf } from './orders.js';
import { ADEQUACY, ADEQUACY_WITHOUT_OVERSIGHT, CLEARS_UP, NATIONALS_ONLY, PROTECTS, REMEDIES } from './patterns.js';
import { type Holder, holders, surest } from './rules.js';

/** Both kinds are inferred from what a law leaves out, and weigh less than two texts that contradict each other. Judgements. */
const GRAVITY_OF_SILENCE = 0.4;
const GRAVITY_OF_NATIONALITY = 0.7;

/** Any of these shows an authority at work, also where another law creates it. */
const AUTHORITY = ['cooperation.authority', 'remedies.complaint', 'remedies.corrective'] as const;

/**
 * Adequacy asked for × no authority or no remedy on the other side. Said only of jurisdictions whose law on personal data was read whole and
 * has not even a doubtful sign of either.
 */
export function missingOversight(alive: readonly Law[], sides: readonly Side[], asOf: string | null): readonly Clash[] {
  const askers = askersOf(alive);
  const byId = new Map(alive.map((c) => [c.instrument.metadata.id, c]));
  return sides.flatMap((side) => {
    const missing = missingOf(side);
    const base = missing === null ? undefined : placeOf(side, byId);
    if (missing === null || base === undefined) return [];
    const [theirs, at] = base;
    return askers.flatMap(({ coded, rules }) => {
      const [rule] = rules;
      const parties = partiesOf(coded.instrument.metadata, theirs.instrument.metadata, 'foreign', asOf);
      if (rule === undefined || parties.length === 0) return [];
      return [
        {
          type: ADEQUACY_WITHOUT_OVERSIGHT,
          gravity: GRAVITY_OF_SILENCE,
          left: rule,
          right: at,
          parties,
          partners: [],
          reconcilers: [],
          isAsleep: false,
          says: 'asks the destination for adequate protection',
          whileOther: `defines the data protected by a law in which no ${missing} was found`,
        },
      ];
    });
  });
}

/** Of each legal order the law that asks for adequacy most surely, with that rule. */
function askersOf(alive: readonly Law[]): readonly Holder[] {
  const laws = alive.filter((c) => !isTreaty(c.instrument.metadata.kind));
  const hard = holders(laws, { codes: ADEQUACY, modalities: null })
    .map((h) => ({ ...h, rules: h.rules.filter((r) => r.force === 'hard') }))
    .sort((a, b) => (b.rules[0]?.confidence ?? 0) - (a.rules[0]?.confidence ?? 0));
  const seen = new Set<string>();
  return hard.filter(({ coded }) => {
    const order = coded.instrument.metadata.jurisdictions.join() || coded.instrument.metadata.id;
    return !seen.has(order) && seen.add(order);
  });
}

function missingOf(side: Side): string | null {
  if (side.class !== 'law' || !PROTECTS.every((code) => isHeard(side, code))) return null;
  const isSilent = (code: string) => side.covers.has(code) && !side.annotations.has(code);
  if (AUTHORITY.every(isSilent)) return 'supervisory authority';
  return REMEDIES.every(isSilent) ? 'remedy of the person' : null;
}

/** Where a jurisdiction's own law says what personal data are. */
function placeOf(side: Side, byId: ReadonlyMap<string, Law>): readonly [Law, ClauseAnnotation] | undefined {
  for (const a of side.annotations.get(PROTECTS[0]) ?? []) {
    const holder = byId.get(a.provision.instrument);
    if (holder?.instrument.metadata.jurisdictions.includes(side.id) === true) return [holder, a];
  }
  return undefined;
}

const isHeard = (side: Side, code: string) => side.annotations.get(code)?.some((a) => a.confidence >= HEARD) ?? false;

/**
 * Remedies open to nationals and lawful residents only × a foreign law that asks for remedies of the persons whose data it lets go. Read off
 * definitions in English; other languages are not searched.
 */
export function nationalsOnly(alive: readonly Law[], asOf: string | null): readonly Clash[] {
  const laws = alive.filter((c) => !isTreaty(c.instrument.metadata.kind));
  const askers = askersOf(alive);
  return laws.flatMap((c) => {
    const [remedy] = surest(c, { codes: REMEDIES, modalities: null });
    const { nationals } = remedy === undefined ? { nationals: null } : c.clauses;
    if (nationals === null || remedy === undefined) return [];
    const provision = { instrument: c.instrument.metadata.id, eId: nationals };
    return askers.flatMap(({ coded, rules }) => {
      const [rule] = rules;
      const parties = partiesOf(c.instrument.metadata, coded.instrument.metadata, 'foreign', asOf);
      if (rule === undefined || parties.length === 0) return [];
      const clauses = laws
        .filter((l) => l.instrument.metadata.jurisdictions.some((j) => c.instrument.metadata.jurisdictions.includes(j)))
        .flatMap((l) => l.heard([CLEARS_UP]))
        .sort((a, b) => b.confidence - a.confidence || (a.provision.instrument < b.provision.instrument ? -1 : 1));
      return [
        {
          type: NATIONALS_ONLY,
          gravity: GRAVITY_OF_NATIONALITY,
          left: { ...remedy, provision },
          right: rule,
          parties,
          partners: [],
          reconcilers: clauses.slice(0, 2).map((a) => a.provision),
          isAsleep: false,
          says: 'opens its remedies to citizens and lawful residents only',
          whileOther: 'asks for protection of the persons whose data are sent',
        },
      ];
    });
  });
}
