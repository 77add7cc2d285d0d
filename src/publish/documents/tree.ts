import type { Instrument, Provision } from '../../model/index.js';

const families = new WeakMap<Instrument, ReadonlyMap<string | null, readonly Provision[]>>();

/** The provisions right inside another, in document order; those at the top for null. Indexed once an instrument. */
export function childrenOf(instrument: Instrument, parent: string | null): readonly Provision[] {
  let byParent = families.get(instrument);
  if (byParent === undefined) {
    const map = new Map<string | null, Provision[]>();
    for (const p of instrument.provisions) {
      const list = map.get(p.parent);
      if (list === undefined) map.set(p.parent, [p]);
      else list.push(p);
    }
    byParent = map;
    families.set(instrument, map);
  }
  return byParent.get(parent) ?? [];
}
