import type { Instrument, Provision } from '../../src/model/index.js';
import type { ReadFile } from './renditions.js';

/** How many instruments are named. */
const WORST = 12;

/**
 * The citations that two provisions of an instrument share and that nothing tells apart; [] as it should be. A unit that has
 * nothing of its own (a table, quoted words) is cited at a unit around it, and is no second one.
 */
export function citedAlike({ provisions }: Pick<Instrument, 'provisions'>): string[] {
  const around = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  return provisions.flatMap(({ eId, citation, parent, status }) => {
    const above = (parent === null ? undefined : around.get(parent)) ?? [];
    around.set(eId, citation === null ? above : [...above, citation]);
    if (citation === null || status === 'quoted' || above.includes(citation)) return [];
    if (seen.has(citation)) return [citation];
    seen.add(citation);
    return [];
  });
}

/** True for a provision that only its place tells from another with the same number: `3[2]`. */
const isPlaced = ({ citation, status }: Provision): boolean => status !== 'quoted' && /\[\d+\]$/u.test(citation ?? '');

/** How the citations of a corpus are told apart, and the instruments where numbers recur most. */
export function toldApart(files: readonly ReadFile[]): string[] {
  const all = files.flatMap((f) => f.instrument.provisions);
  const alike = files.reduce((n, f) => n + citedAlike(f.instrument).length, 0);
  const worst = files
    .map(({ file, instrument }) => ({
      file,
      placed: instrument.provisions.filter(isPlaced),
      of: instrument.provisions.length,
    }))
    .filter((r) => r.placed.length > 0)
    .sort((a, b) => b.placed.length - a.placed.length);
  const terms = all.filter((p) => /\[\D[^\]]*\]$/u.test(p.citation ?? '') && p.kind === 'definition').length;
  return [
    `citations: ${alike} shared by two provisions; ${all.filter(isPlaced).length} told from one with the same number by place alone ([2]), in ${worst.length} instruments; ${terms} terms named by their words`,
    ...worst
      .slice(0, WORST)
      .map((r) => `  ${r.file}: ${r.placed.length} of ${r.of}, ${r.placed[0]?.citation ?? ''} first`),
  ];
}
