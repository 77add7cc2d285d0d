import type {
  Code,
  Codebook,
  CodedInstrument,
  Concordance,
  ConcordanceCell,
  ConcordanceRow,
} from '../../model/index.js';
import { couldHold } from '../../text/coverage.js';
import { AFRESH, type Reading } from '../memory/reading.js';
import type { UnitProfile } from '../profile.js';

/** Units of one code this close are counterparts of one rule. Above the link threshold: a shared code already lifts every pair. */
const SAME_RULE = 0.55;

interface Member {
  readonly unit: UnitProfile;
  readonly owner: CodedInstrument;
}

/**
 * The rules that carry a code, clustered across instruments: a row a cluster with its most central provision, a column a
 * jurisdiction or an archetype (by its id). Rows with more columns come first. No rows where nothing carries the code.
 */
export function concordance(
  code: string,
  coded: readonly CodedInstrument[],
  codebook: Codebook,
  reading: Reading = AFRESH,
): Concordance {
  const { jurisdictions, laws } = lookAt(coded);
  const carriers = laws.flatMap((law) => (law.codes.has(code) ? [law.coded] : []));
  const entry = codebook.codes.find((c) => c.id === code);
  const readable = new Set(laws.flatMap((law) => (shows(law, entry) ? law.columns : [])));
  const label = entry?.label ?? code;
  const from = [code, label, JSON.stringify(jurisdictions), JSON.stringify([...readable].sort())];
  return reading.table(from, carriers, () => ({
    code,
    jurisdictions,
    rows: rowsOf(code, label, carriers, reading, jurisdictions, readable),
  }));
}

function rowsOf(
  code: string,
  label: string,
  carriers: readonly CodedInstrument[],
  reading: Reading,
  jurisdictions: readonly string[],
  readable: ReadonlySet<string>,
): ConcordanceRow[] {
  const members: Member[] = carriers.flatMap((owner) =>
    reading
      .units(owner)
      .filter((u) => u.codes.has(code))
      .map((unit) => ({ unit, owner })),
  );
  const near = nearness(members, reading);
  return clusters(members.length, near)
    .map((cluster) => toRow(cluster, members, near, code, label, jurisdictions, readable))
    .sort(
      (a, b) =>
        found(b) - found(a) || compare(a.medoid.instrument, b.medoid.instrument) || compare(a.medoid.eId, b.medoid.eId),
    );
}

interface Law {
  readonly coded: CodedInstrument;
  readonly columns: readonly string[];
  readonly codes: ReadonlySet<string>;
  readonly isReadByPerson: boolean;
}

interface Laws {
  readonly jurisdictions: readonly string[];
  readonly laws: readonly Law[];
}

const looked = new WeakMap<readonly CodedInstrument[], Laws>();

/** What the tables of all codes read of the laws, looked at once. */
function lookAt(coded: readonly CodedInstrument[]): Laws {
  const known = looked.get(coded);
  if (known !== undefined) return known;
  const laws = coded.map((one): Law => {
    const { annotations } = one;
    const isReadByPerson = annotations.length > 0 && annotations.every((a) => a.annotator.startsWith('human:'));
    return { coded: one, columns: columnsOf(one), codes: new Set(annotations.map((a) => a.code)), isReadByPerson };
  });
  const made = { jurisdictions: [...new Set(laws.flatMap((law) => law.columns))].sort(), laws };
  looked.set(coded, made);
  return made;
}

/** Archetypes bind nobody: each is a column of its own. */
function columnsOf({ instrument: { metadata } }: CodedInstrument): readonly string[] {
  return metadata.kind === 'archetype' ? [metadata.id] : metadata.jurisdictions;
}

/** Whether the text, were the rule in it, would have shown it. */
function shows({ coded, isReadByPerson }: Law, code: Code | undefined): boolean {
  const { metadata } = coded.instrument;
  return code !== undefined && couldHold({ ...metadata, isReadByPerson }, code, 'jurisdictions');
}

type Nearness = (i: number, j: number) => number;

function nearness(members: readonly Member[], reading: Reading): Nearness {
  return (i, j) => {
    const [a, b] = [members[Math.min(i, j)], members[Math.max(i, j)]];
    return a === undefined || b === undefined ? 0 : reading.score(a.unit, b.unit);
  };
}

/** Leader clustering in the order given: a unit joins the cluster whose first member is nearest, or opens its own. */
function clusters(count: number, near: Nearness): number[][] {
  const made: number[][] = [];
  for (let i = 0; i < count; i++) {
    let best: number[] | null = null;
    let bestScore = SAME_RULE;
    for (const cluster of made) {
      const score = near(cluster[0] ?? i, i);
      if (score >= bestScore) {
        best = cluster;
        bestScore = score;
      }
    }
    if (best === null) made.push([i]);
    else best.push(i);
  }
  return made;
}

function toRow(
  cluster: readonly number[],
  members: readonly Member[],
  near: Nearness,
  code: string,
  label: string,
  jurisdictions: readonly string[],
  readable: ReadonlySet<string>,
): ConcordanceRow {
  const sample = cluster.slice(0, 40);
  const central = sample
    .map((i) => ({
      i,
      sum: sample.reduce((sum, j) => sum + (i === j ? 0 : near(i, j)), 0),
    }))
    .reduce((a, b) => (b.sum > a.sum ? b : a)).i;
  const medoid = members[central];
  if (medoid === undefined) throw new Error('a cluster has members');
  const held = new Map<string, Member[]>();
  for (const i of cluster) {
    const member = members[i];
    if (member === undefined) continue;
    for (const column of columnsOf(member.owner)) held.set(column, [...(held.get(column) ?? []), member]);
  }
  return {
    label: medoid.unit.unit.heading ?? label,
    medoid: {
      instrument: medoid.owner.instrument.metadata.id,
      eId: medoid.unit.unit.eId,
    },
    cells: jurisdictions.map((jurisdiction) => toCell(jurisdiction, held.get(jurisdiction) ?? [], code, readable)),
  };
}

function toCell(
  jurisdiction: string,
  mine: readonly Member[],
  code: string,
  readable: ReadonlySet<string>,
): ConcordanceCell {
  if (mine.length === 0) {
    return {
      jurisdiction,
      status: readable.has(jurisdiction) ? 'absent' : 'not-covered',
      provisions: [],
      force: null,
    };
  }
  const hard = mine.some((m) => m.unit.annotations.some((a) => a.code === code && a.force === 'hard'));
  return {
    jurisdiction,
    status: 'found',
    provisions: mine.map((m) => ({
      instrument: m.owner.instrument.metadata.id,
      eId: m.unit.unit.eId,
    })),
    force: hard ? 'hard' : 'soft',
  };
}

const found = (row: ConcordanceRow) => row.cells.filter((c) => c.status === 'found').length;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
