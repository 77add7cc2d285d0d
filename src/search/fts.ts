import { analyse, fold } from '../text/analyse.js';
import type { Query, QueryNode, TextField } from './query.js';

/**
 * Returns the query as an FTS5 expression, or null where it holds no searchable word. Every word passes through the
 * analyser and is quoted, so nothing a user types is ever read as FTS5 or SQL syntax.
 */
export function toFts(query: Query): string | null {
  return query.root === null ? null : compile(query.root);
}

function compile(node: QueryNode): string | null {
  switch (node.type) {
    case 'word':
      return inField(node.field, node.isPrefix ? `"${quoted(fold(node.text))}" *` : phrase(node.text));
    case 'phrase':
      return inField(node.field, node.near === null ? phrase(node.text) : near(node.text, node.near));
    case 'and':
      return conjunction(node.nodes);
    case 'or': {
      const parts = node.nodes.flatMap((n) => compile(n) ?? []);
      return parts.length === 0 ? null : `(${parts.join(' OR ')})`;
    }
    case 'not':
      return null; // A bare NOT finds nothing by itself; within AND it subtracts.
  }
}

/** FTS5's NOT is binary, so the wanted parts come first and the unwanted are taken from them. */
function conjunction(nodes: readonly QueryNode[]): string | null {
  const wanted = nodes.flatMap((n) => (n.type === 'not' ? [] : (compile(n) ?? [])));
  const unwanted = nodes.flatMap((n) => (n.type === 'not' ? (compile(n.node) ?? []) : []));
  if (wanted.length === 0) return null;
  const positive = wanted.join(' AND ');
  return unwanted.length === 0 ? `(${positive})` : `((${positive}) NOT (${unwanted.join(' OR ')}))`;
}

function phrase(text: string): string | null {
  const terms = analyse(text).map((t) => quoted(t.term));
  return terms.length === 0 ? null : `"${terms.join(' ')}"`;
}

function near(text: string, distance: number): string | null {
  const terms = analyse(text).map((t) => `"${quoted(t.term)}"`);
  return terms.length === 0 ? null : `NEAR(${terms.join(' ')}, ${distance})`;
}

function inField(field: TextField | null, expression: string | null): string | null {
  if (expression === null || expression === '"" *') return null;
  return field === null ? expression : `${field} : ${expression}`;
}

function quoted(term: string): string {
  return term.replaceAll('"', '""');
}
