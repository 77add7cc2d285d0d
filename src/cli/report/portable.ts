import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { CodedInstrument } from '../../model/index.js';
import type { ReportOptions } from '../../pipeline/index.js';
import { buildLunr, packPortable, portablePassages } from '../../search/index.js';
import { say } from '../output.js';
import { PACKAGE_ROOT } from '../study.js';

type PortableSearch = NonNullable<ReportOptions['index']>;

const shippedWith = createRequire(import.meta.url);
/** The portable search as one script, made by `npm run build`. */
const SCRIPT = join(PACKAGE_ROOT, 'dist', 'search', 'portable', 'browser.iife.js');

/** Returns the index that a report folder carries, with the script that opens it; null, and says so, where the script was not built. */
export function portableIndex(
  coded: readonly CodedInstrument[],
  onInstrument: (id: string) => void = () => undefined,
): PortableSearch | null {
  if (!existsSync(SCRIPT)) {
    say(`index     none: ${SCRIPT} is missing (mend: npm run build)`);
    return null;
  }
  return {
    packed: packPortable(buildLunr(portablePassages(coded, onInstrument))),
    script: readFileSync(SCRIPT, 'utf8'),
  };
}

/** Outlines of countries at 1:50 million (Natural Earth by way of world-atlas). */
export function outlines(): NonNullable<ReportOptions['world']> {
  return JSON.parse(readFileSync(shippedWith.resolve('world-atlas/countries-50m.json'), 'utf8'));
}
