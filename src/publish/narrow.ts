import type { Alignment, ClauseAnnotation, Divergence, ProvisionRef } from '../model/index.js';
import type { Dataset } from './dataset.js';

/** Which annotations are wanted; an empty list does not narrow. */
export interface Filter {
  readonly instruments: readonly string[];
  /** Codes, or families, which take in their codes. */
  readonly codes: readonly string[];
  readonly jurisdictions: readonly string[];
  readonly annotators: readonly string[];
}

/**
 * The same dataset with the wanted annotations only; an instrument that was searched and has none of them stays, empty. Alignments and
 * divergences join two sides: where one instrument or jurisdiction is named it may be on either, where several are, both must be among
 * them. A code keeps the alignments of provisions that carry it, and the divergences that measure it; so does an annotator.
 */
export function narrow(dataset: Dataset, filter: Filter): Dataset {
  const hasCode = (code: string): boolean =>
    filter.codes.length === 0 || filter.codes.some((c) => code === c || code.startsWith(`${c}.`));
  const isWanted = (a: ClauseAnnotation): boolean => has(filter.annotators, a.annotator) && hasCode(a.code);
  const isPlace = (id: string): boolean => {
    if (filter.jurisdictions.length === 0) return has(filter.instruments, id);
    const places = dataset.instrument(id)?.metadata.jurisdictions ?? [id];
    return has(filter.instruments, id) && filter.jurisdictions.some((j) => places.includes(j));
  };
  const areSides = (left: string, right: string | null): boolean => {
    const sides = [left, ...(right === null ? [] : [right])];
    const isOne = Math.max(filter.instruments.length, filter.jurisdictions.length) === 1;
    return isOne ? sides.some(isPlace) : sides.every(isPlace);
  };
  const coded: Dataset['coded'] = function* () {
    for (const { instrument, annotations } of dataset.coded())
      if (isPlace(instrument.metadata.id)) yield { instrument, annotations: annotations.filter(isWanted) };
  };
  const { byHand } = dataset;
  return {
    ...dataset,
    coded,
    ...(byHand === undefined ? {} : { byHand: (id) => byHand(id).filter(isWanted) }),
    alignments: function* (): Iterable<Alignment> {
      const carriers = filter.codes.length + filter.annotators.length === 0 ? null : carriersOf(dataset, isWanted);
      const carries = (ref: ProvisionRef | null): boolean =>
        carriers === null || (ref !== null && carriers.has(nameOf(ref)));
      for (const a of dataset.alignments())
        if (areSides(a.left.instrument, a.right?.instrument ?? null) && (carries(a.left) || carries(a.right))) yield a;
    },
    divergences: function* (): Iterable<Divergence> {
      for (const d of dataset.divergences()) if (areSides(d.left, d.right) && hasCode(d.scope)) yield d;
    },
  };
}

const has = (list: readonly string[], value: string): boolean => list.length === 0 || list.includes(value);
const nameOf = ({ instrument, eId }: ProvisionRef): string => `${instrument}\n${eId}`;

/** What a filter keeps, in words; null where it keeps all. */
export function inWords(filter: Filter): string | null {
  const said = Object.entries(filter).flatMap(([what, list]: [string, readonly string[]]) =>
    list.length === 0 ? [] : [`${what} ${list.join(', ')}`],
  );
  return said.length === 0 ? null : said.join('; ');
}

/** Every provision that carries a wanted annotation, itself or in a unit within: alignments join articles as well as their units. */
function carriersOf(dataset: Dataset, isWanted: (a: ClauseAnnotation) => boolean): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { instrument, annotations } of dataset.coded())
    for (const { provision } of annotations.filter(isWanted)) {
      const parts = provision.eId.split('__');
      for (let n = parts.length; n > 0; n -= 1)
        names.add(nameOf({ instrument: instrument.metadata.id, eId: parts.slice(0, n).join('__') }));
    }
  return names;
}
