import { type Ranked, rank } from '../find/rank.js';
import type { Query } from '../query/model.js';
import { parseQuery } from '../query/parse.js';
import type { PortableDocument, PortableIndex } from './build.js';
import { openPortable } from './search.js';

/** A document of the portable index with its score and its place in `documents`. */
export interface PortableFound extends PortableDocument {
  readonly place: number;
  readonly score: number;
}

/**
 * Opens a portable index for searching as the command line does: same language, same ranking, same reading of plain words.
 * What it returns throws QueryError for a query that cannot be read. Runs in a browser and in Node.
 */
export function portableSearch(
  portable: PortableIndex,
): (typed: string, limit?: number, offset?: number) => Ranked<PortableFound> {
  const find = openPortable(portable);
  const ask = (query: Query, most: number): { hits: PortableFound[]; total: number } => {
    const found = find(query);
    const hits = found.slice(0, most).flatMap(({ place, score }) => {
      const document = portable.documents[place];
      return document === undefined ? [] : [{ ...document, place, score }];
    });
    return { hits, total: found.length };
  };
  return (typed, limit = 10, offset = 0) => rank(parseQuery(typed), limit, offset, ask);
}
