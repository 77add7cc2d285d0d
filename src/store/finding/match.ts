import type { MatchNode, PassageField } from '../../model/index.js';
import type { Database } from '../driver.js';
import { vocabulary } from './terms.js';

/** An expression of a term that no text has. */
const NOTHING = '"ːː"';
/** Index terms a wildcard may stand for; rarer ones than these are left out. */
export const MOST_EXPANDED = 256;

/** Index terms that fit a glob, most frequent first. */
export type Expand = (glob: string) => readonly string[];

/** The terms of this study's index that fit a glob. */
export function expansion(db: Database): Expand {
  return (glob) => vocabulary(db, /^[^*?]*/.exec(glob)?.[0] ?? '', glob, MOST_EXPANDED).map((t) => t.term);
}

/** The match as an FTS5 expression (https://www.sqlite.org/fts5.html#full_text_query_syntax); every term is quoted, so that none is read as syntax. */
export function fts5Of(node: MatchNode, expand: Expand): string {
  switch (node.type) {
    case 'phrase':
      return inField(node.field, quoted(node.terms.join(' ')));
    case 'prefix':
      return inField(node.field, `${quoted(node.start)} *`);
    case 'glob':
      return anyOf(expand(node.glob).map((term) => inField(node.field, quoted(term))));
    case 'near':
      return inField(node.field, `NEAR(${node.phrases.map((p) => quoted(p.join(' '))).join(' ')}, ${node.distance})`);
    case 'and':
      return `(${node.nodes.map((n) => fts5Of(n, expand)).join(' AND ')})`;
    case 'or':
      return anyOf(node.nodes.map((n) => fts5Of(n, expand)));
    case 'except':
      return `(${fts5Of(node.wanted, expand)} NOT ${fts5Of(node.unwanted, expand)})`;
  }
}

function anyOf(parts: readonly string[]): string {
  return parts.length === 0 ? NOTHING : `(${parts.join(' OR ')})`;
}

function inField(field: PassageField | null, expression: string): string {
  return field === null ? expression : `${field} : ${expression}`;
}

function quoted(terms: string): string {
  return `"${terms.replaceAll('"', '""')}"`;
}
