import type { Query, QueryNode } from './model.js';

/**
 * The query in its canonical form: `parseQuery` of it gives the same tree, which also makes it the key of a saved search.
 * '' for an empty query.
 */
export function printQuery(query: Query): string {
  return query.root === null ? '' : print(query.root, 'or');
}

/** `within` says what would swallow the node if it stood without brackets. */
function print(node: QueryNode, within: 'or' | 'and' | 'not'): string {
  switch (node.type) {
    case 'word':
    case 'pattern':
      return `${prefix(node.field)}${node.text}`;
    case 'phrase':
      return `${prefix(node.field)}"${node.text}"${node.near === null ? '' : `~${node.near}`}`;
    case 'facet':
      return /[\s()（）:：]/.test(node.value) ? `${node.facet}:"${node.value}"` : `${node.facet}:${node.value}`;
    case 'not':
      return `NOT ${print(node.node, 'not')}`;
    case 'and': {
      const inner = node.nodes.map((n) => print(n, 'and')).join(' ');
      return within === 'not' ? `(${inner})` : inner;
    }
    case 'or': {
      const inner = node.nodes.map((n) => print(n, 'or')).join(' OR ');
      return within === 'or' ? inner : `(${inner})`;
    }
  }
}

function prefix(field: string | null): string {
  return field === null ? '' : `${field}:`;
}
