import type { SearchPort } from '../../model/index.js';

/** A provision that prints a number another one has already. */
interface Twin {
  readonly eId: string;
  /** With its place among them: `3[2]`. */
  readonly citation: string;
}

/**
 * The other provisions that print the number of a cited one: `3[2]`, `3[3]` beside `3` (ADR 23). A reader who typed `3` may
 * mean any of them, so whoever shows the first names the others.
 */
export function twinsOf(instrument: string, citation: string | null, index: SearchPort): readonly Twin[] {
  const found: Twin[] = [];
  if (citation === null) return found;
  for (let place = 2; ; place++) {
    const twin = `${citation}[${place}]`;
    const [eId] = index.cited(instrument, twin);
    if (eId === undefined) return found;
    found.push({ eId, citation: twin });
  }
}
