import type { ClauseAnnotation, CodedInstrument, Instrument, Provision } from '../model/index.js';
import { ancestry, byEId, fullText } from '../text/provisions.js';

/** What is aligned: articles and sections (`basic`), or the leaves inside them (`smallest`). */
export type Level = 'basic' | 'smallest';

/** The units of an instrument in document order; repealed, omitted, quoted and empty ones are left out. */
export function unitsOf(instrument: Instrument, level: Level): readonly Provision[] {
  const alive = instrument.provisions.filter((p) => p.status === 'in-force' || p.status === 'not-in-force');
  const parents = new Set(alive.flatMap((p) => p.parent ?? []));
  const holders = new Set(
    alive.filter((p) => p.tier === 'basic').flatMap((p) => ancestry(instrument, p).map((a) => a.eId)),
  );
  const basics = alive.filter(
    (p) => (p.tier === 'basic' || isLoneSchedule(p, holders)) && /[\p{L}]/u.test(fullText(instrument, p)),
  );
  if (level === 'basic') return basics;
  const inside = new Set<string>(basics.map((p) => p.eId));
  for (const p of alive) if (p.parent !== null && inside.has(p.parent)) inside.add(p.eId);
  return alive.filter((p) => inside.has(p.eId) && !parents.has(p.eId));
}

/** A schedule without articles of its own (a table of fines, a list) is a rule like an article. */
function isLoneSchedule(p: Provision, holders: ReadonlySet<string>): boolean {
  return ['schedule', 'annex', 'appendix'].includes(p.kind) && p.citation !== null && !holders.has(p.eId);
}

/** The annotations of each unit by its eId: one counts for the unit that holds it and, at leaf level, for the leaves under it. */
export function annotationsByUnit(
  coded: CodedInstrument,
  units: readonly Provision[],
): ReadonlyMap<string, readonly ClauseAnnotation[]> {
  const at = new Map<string, ClauseAnnotation[]>();
  for (const a of coded.annotations) {
    const list = at.get(a.provision.eId);
    if (list === undefined) at.set(a.provision.eId, [a]);
    else list.push(a);
  }
  const held = new Map<string, ClauseAnnotation[]>();
  if (at.size === 0) return held;
  const isUnit = new Set(units.map((u) => u.eId));
  const push = (unit: string, list: readonly ClauseAnnotation[]) =>
    held.set(unit, [...(held.get(unit) ?? []), ...list]);
  const map = byEId(coded.instrument);
  for (const [eId, list] of at) {
    const p = map.get(eId);
    const holder = p === undefined ? undefined : ancestry(coded.instrument, p).find((x) => isUnit.has(x.eId));
    if (holder !== undefined) push(holder.eId, list);
  }
  for (const u of units) {
    for (const above of ancestry(coded.instrument, u).slice(1)) {
      const list = at.get(above.eId);
      if (list !== undefined && above.tier !== 'division') push(u.eId, list);
    }
  }
  return held;
}
