import type { Instrument, Provision } from '../../../model/index.js';
import { lookUpBy } from '../../../text/provisions.js';
import type { Database } from '../../driver.js';
import { oneUnit, readFrame, readUnits } from '../instruments.js';
import { readText } from './texts.js';

/**
 * An instrument whose text and tree are read when they are first asked for, and of the tree no more than the provisions that are; null where the
 * study has none of that id. The study must stay open, and as it is, for as long as the instrument is used.
 */
export function openInstrument(db: Database, id: string): Instrument | null {
  const frame = readFrame(db, id);
  if (frame === null) return null;
  const { length, count, ...facts } = frame;
  const units = new UnitsAsAsked(db, id, count);
  let text: string | null = null;
  const instrument: Instrument = {
    ...facts,
    get text() {
      text ??= readText(db, id, { start: 0, end: length }).words;
      return text;
    },
    get provisions() {
      return units.all();
    },
  };
  lookUpBy(instrument, units);
  return instrument;
}

/** The provisions of an instrument by eId; each is read once, alone or with all of them, and is the same object either way. */
class UnitsAsAsked implements ReadonlyMap<string, Provision> {
  private readonly known = new Map<string, Provision | undefined>();
  private whole: ReadonlyMap<string, Provision> | null = null;
  private list: readonly Provision[] = [];

  constructor(
    private readonly db: Database,
    private readonly instrument: string,
    private readonly count: number,
  ) {}

  get(eId: string): Provision | undefined {
    if (this.whole !== null) return this.whole.get(eId);
    if (!this.known.has(eId)) this.known.set(eId, oneUnit(this.db, { instrument: this.instrument, eId }) ?? undefined);
    return this.known.get(eId);
  }

  /** All of them, in document order. */
  all(): readonly Provision[] {
    this.read();
    return this.list;
  }

  get size(): number {
    return this.read().size;
  }
  has(eId: string): boolean {
    return this.get(eId) !== undefined;
  }
  forEach(tell: (value: Provision, key: string, map: ReadonlyMap<string, Provision>) => void): void {
    this.read().forEach(tell);
  }
  entries(): ReturnType<ReadonlyMap<string, Provision>['entries']> {
    return this.read().entries();
  }
  keys(): ReturnType<ReadonlyMap<string, Provision>['keys']> {
    return this.read().keys();
  }
  values(): ReturnType<ReadonlyMap<string, Provision>['values']> {
    return this.read().values();
  }
  [Symbol.iterator](): ReturnType<ReadonlyMap<string, Provision>['entries']> {
    return this.entries();
  }

  private read(): ReadonlyMap<string, Provision> {
    if (this.whole !== null) return this.whole;
    this.list = readUnits(this.db, this.instrument, this.count).map((p) => this.known.get(p.eId) ?? p);
    this.whole = new Map(this.list.map((p) => [p.eId, p]));
    this.known.clear();
    return this.whole;
  }
}
