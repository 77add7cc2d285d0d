import type { Quantity } from '../../model/index.js';
import { type Atlas, scopeLabel } from '../atlas.js';
import { STANCES } from '../figures.js';

export type Cell = string | number | null;

/** A table that every format can write: one fact a column. */
export interface Table {
  /** Name of the sheet or file: at most 31 characters. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Returns the report's tables: instruments, provisions, positions, divergence, concordance, tensions. Empty ones keep their header. */
export function tables(atlas: Atlas): readonly Table[] {
  return [
    instruments(atlas),
    provisions(atlas),
    positions(atlas),
    divergence(atlas),
    concordance(atlas),
    tensions(atlas),
  ];
}

function instruments({ study }: Atlas): Table {
  return {
    name: 'instruments',
    columns: [
      'instrument',
      'title',
      'kind',
      'jurisdictions',
      'language',
      'made',
      'in_force',
      'status',
      'completeness',
      'source',
      'licence',
      'coded_pairs',
    ],
    rows: study.coded.map(({ instrument: { metadata: m }, annotations }) => [
      m.id,
      m.title,
      m.kind,
      m.jurisdictions.join(' '),
      m.language,
      m.made ?? 'unknown',
      m.inForce ?? 'unknown',
      m.status,
      m.completeness ?? 'unknown',
      m.source ?? 'unknown',
      m.licence ?? 'unknown',
      annotations.length,
    ]),
  };
}

function provisions(atlas: Atlas): Table {
  return {
    name: 'provisions',
    columns: [
      'instrument',
      'jurisdictions',
      'provision',
      'eId',
      'code',
      'modality',
      'force',
      'addressee',
      'quantities',
      'confidence',
      'annotator',
      'words',
    ],
    rows: atlas.study.coded.flatMap(({ instrument, annotations }) =>
      annotations.map((a) => [
        instrument.metadata.id,
        instrument.metadata.jurisdictions.join(' '),
        atlas.place(a.provision)?.provision.citation ?? a.provision.eId,
        a.provision.eId,
        a.code,
        a.modality,
        a.force,
        a.addressee,
        a.quantities.length === 0 ? 'none' : a.quantities.map(amount).join('; '),
        rounded(a.confidence),
        a.annotator,
        instrument.text.slice(a.span.start, a.span.end).replace(/\s+/g, ' ').trim(),
      ]),
    ),
  };
}

/** `4 percent`, `P3D`, `20000000 EUR`. */
export function amount(q: Quantity): string {
  return q.kind === 'duration' ? q.unit : `${q.value} ${q.unit}`;
}

/** Sides down, codes across: each cell is a word, so that a gap in reading never looks like a gap in the law. */
function positions(atlas: Atlas): Table {
  const codes = atlas.study.codebook.codes.map((c) => c.id);
  const stances = new Map(atlas.study.positions.map((p) => [`${p.side}\n${p.code}`, STANCES[p.stance]]));
  const sides = atlas.sides.filter((side) => codes.some((code) => stances.has(`${side}\n${code}`)));
  return {
    name: 'positions',
    columns: ['side', ...codes],
    rows: sides.map((side) => [side, ...codes.map((code) => stances.get(`${side}\n${code}`) ?? 'not covered')]),
  };
}

function divergence({ study }: Atlas): Table {
  return {
    name: 'divergence',
    columns: ['left', 'right', 'scope', 'thematic', 'elemental', 'textual', 'total', 'low', 'high', 'coverage'],
    rows: study.divergences.map((d) => [
      d.left,
      d.right,
      d.scope,
      rounded(d.thematic),
      rounded(d.elemental),
      rounded(d.textual),
      rounded(d.total),
      rounded(d.low),
      rounded(d.high),
      rounded(d.coverage),
    ]),
  };
}

function concordance(atlas: Atlas): Table {
  return {
    name: 'concordance',
    columns: ['code', 'code_label', 'rule', 'rule_provision', 'jurisdiction', 'status', 'force', 'provisions'],
    rows: atlas.study.concordances.flatMap((c) =>
      c.rows.flatMap((row) =>
        row.cells.map((cell) => [
          c.code,
          scopeLabel(atlas, c.code),
          row.label,
          atlas.cite(row.medoid),
          cell.jurisdiction,
          cell.status === 'not-covered' ? 'not covered' : cell.status,
          cell.force ?? 'none',
          cell.provisions.length === 0 ? 'none' : cell.provisions.map(atlas.cite).join('; '),
        ]),
      ),
    ),
  };
}

function tensions(atlas: Atlas): Table {
  return {
    name: 'tensions',
    columns: ['left', 'right', 'type', 'severity', 'parties', 'reconciled_by', 'reason'],
    rows: atlas.study.tensions.map((t) => [
      atlas.cite(t.left),
      atlas.cite(t.right),
      t.type,
      rounded(t.severity),
      t.parties.join(' '),
      t.reconciledBy === null ? 'none found' : atlas.cite(t.reconciledBy),
      t.reason,
    ]),
  };
}

/** Three decimals: more would claim more than was measured. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(3));
}
