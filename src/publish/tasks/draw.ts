import type { CodedInstrument, Instrument, Provision } from '../../model/index.js';
import { generator } from '../../text/random.js';
import type { Dataset } from '../dataset.js';

/** How articles are chosen: see `drawTasks`. */
export type Strategy = 'random' | 'uncertain' | 'stratified';
export const STRATEGIES: readonly Strategy[] = ['random', 'uncertain', 'stratified'];

/** An article for a coder to read, drawn from the study. */
export interface Task {
  /** 1-based, in the order drawn. */
  readonly number: number;
  readonly instrument: Instrument;
  readonly provision: Provision;
  /** Why it was drawn: `random`, the machine's least sure code with its confidence, or the stratum. */
  readonly because: string;
}

/** How many articles, how chosen, and from which seed. */
export interface DrawOptions {
  readonly n: number;
  readonly strategy: Strategy;
  readonly seed: number;
}

interface Lot {
  readonly instrument: string;
  readonly eId: string;
  readonly stratum: string;
  /** Distance of the machine's least sure code from a toss-up, 0 to 0.5; 1 where it gave none. */
  readonly sureness: number;
  readonly because: string;
  /** A number in [0,1) that follows from seed and place alone: other instruments change nothing. */
  readonly chance: number;
}

/**
 * Draws articles and sections in force, without replacement: `random` gives each the same chance; `uncertain` takes those on whose
 * codes the machine is least sure; `stratified` takes turns among languages and families of codes (and what carries none), so that rare
 * rules come before coders too. Fewer than n where there are fewer. The same study and seed give the same draw.
 */
export function drawTasks(dataset: Dataset, { n, strategy, seed }: DrawOptions): Task[] {
  const lots: Lot[] = [];
  for (const coded of dataset.coded()) lots.push(...lotsOf(coded, seed));
  lots.sort((a, b) => a.chance - b.chance);
  const drawn = ordered(lots, strategy).slice(0, n);
  const place = new Map(drawn.map((lot, i) => [`${lot.instrument} ${lot.eId}`, i + 1]));
  const tasks: Task[] = [];
  for (const { instrument } of dataset.coded())
    for (const provision of instrument.provisions) {
      const number = place.get(`${instrument.metadata.id} ${provision.eId}`);
      const lot = number === undefined ? undefined : drawn[number - 1];
      if (number === undefined || lot === undefined) continue;
      tasks.push({
        number,
        instrument,
        provision,
        because: strategy === 'random' ? 'random' : strategy === 'uncertain' ? lot.because : lot.stratum,
      });
    }
  return tasks.sort((a, b) => a.number - b.number);
}

function lotsOf({ instrument, annotations }: CodedInstrument, seed: number): Lot[] {
  const { id, language } = instrument.metadata;
  const random = generator(seed, id);
  return instrument.provisions
    .filter((p) => p.tier === 'basic' && p.status === 'in-force')
    .map((p) => {
      const own = annotations.filter((a) => a.rejects !== true && isWithin(a.provision.eId, p.eId));
      const least = own.reduce<(typeof own)[number] | null>(
        (best, a) => (best === null || doubt(a.confidence) < doubt(best.confidence) ? a : best),
        null,
      );
      const first = own.reduce<(typeof own)[number] | null>(
        (best, a) => (best === null || a.confidence > best.confidence ? a : best),
        null,
      );
      return {
        ...{ instrument: id, eId: p.eId, chance: random() },
        stratum: `${language} ${first?.code.split('.')[0] ?? 'none'}`,
        sureness: least === null ? 1 : doubt(least.confidence),
        because: least === null ? 'no code' : `${least.code} ${least.confidence.toFixed(2)}`,
      };
    });
}

const doubt = (confidence: number): number => Math.abs(confidence - 0.5);
const isWithin = (eId: string, outer: string): boolean => eId === outer || eId.startsWith(`${outer}__`);

/** `lots` come in random order, which breaks every tie. */
function ordered(lots: readonly Lot[], strategy: Strategy): Lot[] {
  if (strategy === 'random') return [...lots];
  if (strategy === 'uncertain') return [...lots].sort((a, b) => a.sureness - b.sureness);
  const strata = new Map<string, Lot[]>();
  for (const lot of lots) strata.set(lot.stratum, [...(strata.get(lot.stratum) ?? []), lot]);
  const rows = [...strata].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, list]) => list);
  const deepest = Math.max(0, ...rows.map((r) => r.length));
  return Array.from({ length: deepest }, (_, i) => rows.flatMap((r) => r[i] ?? [])).flat();
}
