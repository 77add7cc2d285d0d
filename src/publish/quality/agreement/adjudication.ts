import type { GoldRow } from '../../gold.js';
import { type Coding, indexed, keyOf } from './coding.js';

/** A provision and code that coders do not see alike: some say yes and some no, or all say yes and read its words differently. */
export interface Question {
  readonly instrument: string;
  readonly provision: string;
  readonly code: string;
  /** What each coder says, in the order of the codings; null for a coder who gave the provision no such code. */
  readonly answers: readonly { readonly coder: string; readonly row: GoldRow | null }[];
}

/** What coders settled between them, and what is left to decide. */
export interface Docket {
  /** What all coders gave alike: gold without asking. */
  readonly settled: readonly GoldRow[];
  /** By instrument, in the order in which the first coder, then the next, gives them. */
  readonly questions: readonly Question[];
}

/** Parts what coders agree on from what somebody has to decide. Instruments that not all of them read are left out. */
export function docket(codings: readonly Coding[]): Docket {
  const held = codings.map((c) => new Set(c.rows.map((r) => r.instrument)));
  const shared = codings.map((c) => indexed(c.rows.filter((r) => held.every((ids) => ids.has(r.instrument)))));
  const settled: GoldRow[] = [];
  const questions: Question[] = [];
  const seen = new Set<string>();
  const order = codings.flatMap((c) => c.rows).filter((r) => held.every((ids) => ids.has(r.instrument)));
  for (const row of [...order].sort((a, b) =>
    a.instrument < b.instrument ? -1 : a.instrument > b.instrument ? 1 : 0,
  )) {
    const { instrument, provision, code } = row;
    if (seen.has(nameOf(row))) continue;
    seen.add(nameOf(row));
    const rows = shared.map((c) => c.get(keyOf(row))?.get(code) ?? null);
    const given = rows.filter((r) => r !== null && !r.rejects);
    if (given.length === 0) {
      // All who speak of it rule it out: kept as a ruling, so that it stays apart from what nobody looked at.
      settled.push(row);
      continue;
    }
    const isAlike =
      given.length === rows.length && differs(given, 'modality') === false && differs(given, 'force') === false;
    if (isAlike) settled.push({ ...row, ...filled(given) });
    else
      questions.push({
        ...{ instrument, provision, code },
        answers: rows.map((r, i) => ({ coder: codings[i]?.coder ?? '', row: r })),
      });
  }
  return { settled, questions };
}

/** What tells one decision from another. */
export const nameOf = (r: Pick<GoldRow, 'instrument' | 'provision' | 'code'>): string =>
  `${r.instrument}\n${r.provision}\n${r.code}`;

/** Two coders who both filled it in, in different words. */
function differs(rows: readonly (GoldRow | null)[], name: 'modality' | 'force'): boolean {
  return new Set(rows.flatMap((r) => r?.[name] ?? [])).size > 1;
}

/** What the first coder who filled a field in wrote there. */
function filled(rows: readonly (GoldRow | null)[]): Pick<GoldRow, 'modality' | 'force' | 'note'> {
  const first = (name: 'modality' | 'force' | 'note'): string | null => rows.find((r) => r?.[name])?.[name] ?? null;
  return { modality: first('modality'), force: first('force'), note: first('note') };
}
