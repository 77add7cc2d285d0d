import type { Concordance, ConcordanceCell, ConcordanceRow } from '../../model/index.js';

/** A table as it is kept: of each row the cells in which something was found, for in the others the same stands in all rows. */
interface KeptTable {
  readonly code: string;
  readonly jurisdictions: readonly string[];
  /** What stands in each column where nothing was found; null where in each row something was. */
  readonly silence: readonly (ConcordanceCell['status'] | null)[];
  readonly rows: readonly (Pick<ConcordanceRow, 'label' | 'medoid'> & {
    readonly found: readonly (readonly [column: number, ConcordanceCell['provisions'], ConcordanceCell['force']])[];
  })[];
}

/** The table in a few words, the same for equal tables: a twentieth of its cells say that something was found. */
export function folded({ code, jurisdictions, rows }: Concordance): string {
  const silence = jurisdictions.map(
    (_, column) => rows.map((row) => row.cells[column]).find((cell) => cell?.status !== 'found')?.status ?? null,
  );
  const kept: KeptTable = {
    code,
    jurisdictions,
    silence,
    rows: rows.map(({ label, medoid, cells }) => ({
      label,
      medoid,
      found: cells.flatMap(({ status, provisions, force }, column) =>
        status === 'found' ? [[column, provisions, force] as const] : [],
      ),
    })),
  };
  return JSON.stringify(kept);
}

/** The table of which these are the words; its rows are laid out when they are first asked for. */
export function unfolded(words: string): Concordance {
  const { code, jurisdictions, silence, rows } = JSON.parse(words) as KeptTable;
  const laidOut = (): ConcordanceRow[] =>
    rows.map(({ label, medoid, found }) => {
      const cells = jurisdictions.map(
        (jurisdiction, column): ConcordanceCell => ({
          jurisdiction,
          status: silence[column] ?? 'absent',
          provisions: [],
          force: null,
        }),
      );
      for (const [column, provisions, force] of found)
        cells[column] = { jurisdiction: jurisdictions[column] ?? '', status: 'found', provisions, force };
      return { label, medoid, cells };
    });
  let made: ConcordanceRow[] | null = null;
  return {
    code,
    jurisdictions,
    get rows() {
      made ??= laidOut();
      return made;
    },
  };
}
