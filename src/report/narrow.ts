import type { ConcordanceRow, ProvisionRef, Study, Tension } from '../model/index.js';
import { byEId } from '../text/provisions.js';

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
  // Of one jurisdiction all tensions are asked for, of several those among them.
  const isBetween = (parties: readonly string[]): boolean =>
    wanted.size < 2 ? isHere(parties) : parties.every((p) => wanted.has(p));
  const codesAt = new Set(
    study.coded.flatMap((c) => c.annotations.filter((a) => hasCode(a.code)).map((a) => keyOf(a.provision))),
  );
  const isOn = ({ left, right }: Tension): boolean =>
    codes.length === 0 || [left, right].some((ref) => codesAt.has(keyOf(ref)));
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
          .filter((row) => row.cells.some((cell) => cell.status === 'found'))
          .map((row) =>
            spokenFor(row, study.codebook.codes.find((x) => x.id === c.code)?.label ?? row.label, kept, study),
          ),
      })),
    positions: study.positions.filter((p) => hasCode(p.code) && isSide(p.side)),
    divergences: study.divergences.filter((d) => isScope(d.scope) && isSide(d.left) && isSide(d.right)),
    tensions: study.tensions.filter((t) => isBetween(t.parties) && isOn(t)),
  };
}

const keyOf = (ref: ProvisionRef): string => `${ref.instrument}\n${ref.eId}`;

/** A rule named after a law that is not in the report is named anew, after the first provision of it that is; after its code where that has no heading. */
function spokenFor(row: ConcordanceRow, code: string, kept: ReadonlySet<string>, study: Study): ConcordanceRow {
  if (kept.has(row.medoid.instrument)) return row;
  const medoid = row.cells.flatMap((cell) => cell.provisions).find((ref) => kept.has(ref.instrument));
  if (medoid === undefined) return row;
  const law = study.coded.find((c) => c.instrument.metadata.id === medoid.instrument)?.instrument;
  const label = law === undefined ? null : (byEId(law).get(medoid.eId)?.heading ?? null);
  return { ...row, medoid, label: label ?? code };
}
