import { readFileSync } from 'node:fs';
import type { CodedInstrument, ProvisionRef, Tension } from '../../src/model/index.js';
import { type ScoreInput, score } from '../../src/score/index.js';
import { basicUnitOf, byEId } from '../../src/text/provisions.js';

type Place = readonly [instrument: string, articles: readonly string[]];

/** A tension that must be found: types that will do, and the articles as cited. */
interface Expected {
  readonly left: Place;
  /** Null: whatever it pulls against. */
  readonly right: Place | null;
}

const SHOWN = 30;

/** Whether the tensions that must be found are, and the thirty gravest to be read and judged. */
export function tensionsTable(machine: ScoreInput | null): string {
  if (machine === null) return 'tensions: skipped, no shared corpus';
  const { expected } = JSON.parse(readFileSync('bench/score/tensions.json', 'utf8')) as { expected: Expected[] };
  const { tensions } = score({ ...machine, between: 'jurisdictions', draws: 0 });
  const cite = citer(machine.coded);
  const lines = ['Tensions that must be found (at the article):'];
  for (const e of expected) {
    const hit = tensions.findIndex(
      (t) => isAt(t.left, e.left, cite) && (e.right === null || isAt(t.right, e.right, cite)),
    );
    const t: Tension | undefined = tensions[hit];
    const [left, right] = [e.left, e.right].map((place) =>
      place === null ? 'any' : `${place[0]} ${place[1].join('/')}`,
    );
    lines.push(
      `${t === undefined ? 'MISSING' : `found, ${hit + 1}. of ${tensions.length}, ${t.grade}`}\t${left} × ${right}`,
    );
  }
  const kinds = new Map<string, number>();
  for (const t of tensions) kinds.set(t.type, (kinds.get(t.type) ?? 0) + 1);
  lines.push(
    `By type: ${[...kinds]
      .sort()
      .map(([k, n]) => `${k} ${n}`)
      .join(', ')}`,
  );
  lines.push(`The ${SHOWN} gravest:`);
  tensions.slice(0, SHOWN).forEach((t, i) => {
    lines.push(`${i + 1}\t${t.severity.toFixed(3)}\t${t.type}\t${t.reason}`);
  });
  return lines.join('\n');
}

type Cite = (ref: ProvisionRef) => readonly string[];

function isAt(ref: ProvisionRef, [instrument, articles]: Place, cite: Cite): boolean {
  return ref.instrument === instrument && cite(ref).some((c) => articles.includes(c));
}

/** The citation of a provision and of the article that holds it. */
function citer(coded: readonly CodedInstrument[]): Cite {
  const byId = new Map(coded.map((c) => [c.instrument.metadata.id, c.instrument]));
  return (ref) => {
    const instrument = byId.get(ref.instrument);
    const at = instrument === undefined ? undefined : byEId(instrument).get(ref.eId);
    if (instrument === undefined || at === undefined) return [];
    return [at.citation, basicUnitOf(instrument, at)?.citation].flatMap((c) => (c == null ? [] : [c]));
  };
}
