import type { Instrument, Provision } from '../model/index.js';

const children = new WeakMap<Instrument, ReadonlyMap<string, readonly Provision[]>>();

/** The provisions one level down, in document order. */
export function childrenOf(instrument: Instrument, unit: Provision): readonly Provision[] {
  let map = children.get(instrument);
  if (map === undefined) {
    const made = new Map<string, Provision[]>();
    for (const p of instrument.provisions) {
      if (p.parent === null) continue;
      const list = made.get(p.parent);
      if (list === undefined) made.set(p.parent, [p]);
      else list.push(p);
    }
    children.set(instrument, made);
    map = made;
  }
  return map.get(unit.eId) ?? [];
}
