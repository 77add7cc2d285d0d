import type { Study } from '../model/index.js';

/** What a report is narrowed to; absent or empty means everything. */
export interface Narrowing {
  /** Codes or families. */
  readonly codes?: readonly string[];
  readonly jurisdictions?: readonly string[];
}

/**
 * Returns the study with only these codes and jurisdictions; archetypes always stay as reference poles. The summary keeps
 * counting the whole study, since it says what was read.
 */
export function narrow(study: Study, { codes = [], jurisdictions = [] }: Narrowing): Study {
  if (codes.length === 0 && jurisdictions.length === 0) return study;
  const hasCode = (code: string): boolean =>
    codes.length === 0 || codes.some((c) => code === c || code.startsWith(`${c}.`));
  const wanted = new Set(jurisdictions);
  const isHere = (places: readonly string[]): boolean => wanted.size === 0 || places.some((p) => wanted.has(p));
  const coded = study.coded
    .filter(({ instrument: { metadata: m } }) => m.kind === 'archetype' || isHere(m.jurisdictions))
    .map((c) => ({ ...c, annotations: c.annotations.filter((a) => hasCode(a.code)) }))
    .filter((c) => c.annotations.length > 0);
  const kept = new Set(coded.map((c) => c.instrument.metadata.id));
  const isSide = (side: string): boolean => wanted.size === 0 || wanted.has(side) || kept.has(side);
  const families = new Set(codes.map((c) => c.split('.')[0]));
  const isScope = (scope: string): boolean => codes.length === 0 || hasCode(scope) || families.has(scope);
  return {
    ...study,
    codebook: { ...study.codebook, codes: study.codebook.codes.filter((c) => hasCode(c.id)) },
    coded,
    alignments: study.alignments.filter(
      (a) => kept.has(a.left.instrument) && (a.right === null || kept.has(a.right.instrument)),
    ),
    concordances: study.concordances
      .filter((c) => hasCode(c.code))
      .map((c) => ({
        ...c,
        jurisdictions: c.jurisdictions.filter(isSide),
        rows: c.rows
          .map((row) => ({ ...row, cells: row.cells.filter((cell) => isSide(cell.jurisdiction)) }))
          .filter((row) => row.cells.some((cell) => cell.status === 'found')),
      })),
    positions: study.positions.filter((p) => hasCode(p.code) && isSide(p.side)),
    divergences: study.divergences.filter((d) => isScope(d.scope) && isSide(d.left) && isSide(d.right)),
    tensions: study.tensions.filter((t) => isHere(t.parties)),
  };
}
