import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { CodedInstrument } from '../../model/index.js';
import { type KeyedLaws, lawKeys, type ReportOptions } from '../../pipeline/index.js';
import { indexLaw, type KeyedLaw, type LawIndex, partsOf, portablePassages } from '../../search/index.js';
import { codeFingerprint, readRemembered, writeRemembered } from '../../store/index.js';
import { say } from '../output.js';
import { PACKAGE_ROOT } from '../study.js';
import type { KeptForReports } from './plans.js';

/** The index with the number of its passages. */
type PortableSearch = NonNullable<ReportOptions['index']> & { readonly documents: number };

const shippedWith = createRequire(import.meta.url);
/** The portable search as one script, made by `npm run build`. */
const SCRIPT = join(PACKAGE_ROOT, 'dist', 'search', 'portable', 'browser.iife.js');

/** The index of a report, before it is made. */
export interface PlannedIndex {
  /** Laws of which nothing is remembered. */
  readonly fresh: number;
  make(onInstrument?: (id: string) => void): PortableSearch | null;
}

/** What is remembered of laws, by key; says where it is damaged. */
export function rememberedIndex(folder: string): ReadonlyMap<string, LawIndex> {
  const { bytes, isDamaged } = readRemembered(folder, 'index');
  if (isDamaged) say('What the last run remembered of its index is damaged: all of it is made anew.');
  return bytes === null ? new Map<string, LawIndex>() : (deserialize(bytes) as Map<string, LawIndex>);
}

/**
 * Returns the index that a report folder carries, to be made with the script that opens it; null, and says so, where the script was not built. What is
 * remembered of laws is not made again, and parts of several laws are put together when their files are asked for.
 */
export function plannedIndex(
  coded: readonly CodedInstrument[],
  store: KeyedLaws,
  { folder, isRun }: KeptForReports,
  old = rememberedIndex(folder),
): PlannedIndex | null {
  if (!existsSync(SCRIPT)) {
    say(`index     none: ${SCRIPT} is missing (mend: npm run build)`);
    return null;
  }
  const keyOf = lawKeys(store, codeFingerprint(INDEXING));
  const keys = coded.map(({ instrument }) => keyOf(instrument.metadata.id));
  const fresh = keys.filter((key) => !old.has(key)).length;
  return {
    fresh,
    make: (onInstrument = () => undefined) => {
      const laws = coded.map((c, n): KeyedLaw => {
        const [key = '', { id }] = [keys[n], c.instrument.metadata];
        const index = old.get(key) ?? indexLaw(portablePassages([c]));
        onInstrument(id);
        return { id, key, index };
      });
      if (isRun && (fresh > 0 || laws.length !== old.size))
        writeRemembered(folder, 'index', serialize(new Map(laws.map(({ key, index }) => [key, index]))));
      const parts = partsOf(laws);
      const documents = parts.reduce((sum, part) => sum + part.documents, 0);
      return { parts, documents, script: readFileSync(SCRIPT, 'utf8') };
    },
  };
}

/** Rooms whose code decides what a law's part of the index holds. */
const INDEXING = ['model', 'search', 'text'];

/** Outlines of countries at 1:50 million (Natural Earth by way of world-atlas). */
export function outlines(): NonNullable<ReportOptions['world']> {
  return JSON.parse(readFileSync(shippedWith.resolve('world-atlas/countries-50m.json'), 'utf8'));
}
