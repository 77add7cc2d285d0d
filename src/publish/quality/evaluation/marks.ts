import type { CodedInstrument, Instrument, Provision } from '../../../model/index.js';
import { basicUnitOf, byEId } from '../../../text/provisions.js';
import type { GoldRow } from '../../gold.js';

export type Level = 'article' | 'smallest';

/** That a provision carries a code, by the gold or by the machine. */
export interface Mark {
  readonly instrument: string;
  readonly language: string;
  readonly code: string;
  /** eId of the article or section around it; `?` and the citation where the instrument as read has no such unit. */
  readonly article: string;
  /** Pinpoint of the smallest unit. */
  readonly provision: string;
  /** The machine's; null for gold. */
  readonly confidence: number | null;
}

/** What makes two marks the same at a level. */
export const keyOf = (mark: Mark, level: Level): string =>
  `${mark.instrument}\n${level === 'article' ? mark.article : mark.provision}\n${mark.code}`;

/** The gold's marks in an instrument, and the rows whose citation it does not have at all. */
export function goldMarks(
  rows: readonly GoldRow[],
  instrument: Instrument,
): { readonly marks: readonly Mark[]; readonly unresolved: readonly GoldRow[] } {
  const unresolved: GoldRow[] = [];
  const marks = rows.map((row) => {
    const found = locate(instrument, row.provision);
    if (found === null) unresolved.push(row);
    const { instrument: id, code, provision } = row;
    const { language } = instrument.metadata;
    return { instrument: id, language, code, article: found ?? `?${provision}`, provision, confidence: null };
  });
  return { marks, unresolved };
}

/** The article (eId) that a citation lies in: the cited unit's, else that of the longest prefix that the instrument has. */
function locate(instrument: Instrument, citation: string): string | null {
  const cited = citations(instrument);
  for (let at = citation; at !== ''; at = shorter(at)) {
    const provision = cited.get(at);
    if (provision !== undefined) return articleOf(instrument, provision);
  }
  return null;
}

const shorter = (citation: string): string => /^(.*)\([^()]*\)$/u.exec(citation)?.[1] ?? '';

function articleOf(instrument: Instrument, provision: Provision): string {
  return (basicUnitOf(instrument, provision) ?? provision).eId;
}

function citations(instrument: Instrument): ReadonlyMap<string, Provision> {
  const map = new Map<string, Provision>();
  for (const p of instrument.provisions) if (p.citation !== null && !map.has(p.citation)) map.set(p.citation, p);
  return map;
}

/**
 * The machine's (or a person's) marks in an instrument. A term without number is marked at the unit that holds it, unless the
 * gold cites (`named`) terms by themselves: coders cite what is printed.
 */
export function marksOf({ instrument, annotations }: CodedInstrument, named: ReadonlySet<string> = new Set()): Mark[] {
  const { language } = instrument.metadata;
  return annotations.flatMap(({ provision: ref, code, confidence, rejects }) => {
    const provision = byEId(instrument).get(ref.eId);
    if (provision === undefined || rejects === true) return [];
    const article = articleOf(instrument, provision);
    return {
      instrument: ref.instrument,
      language,
      code,
      article,
      provision: printed(provision.citation ?? ref.eId, named),
      confidence,
    };
  });
}

function printed(citation: string, named: ReadonlySet<string>): string {
  return named.has(citation) ? citation : citation.replace(/(?:\[[^[\]]*\])+$/u, '');
}
