import type { PassageFacts } from '../../model/index.js';
import { yearRange } from './facets.js';
import { FACETS, type QueryNode } from './model.js';

type FacetNode = Extract<QueryNode, { readonly type: 'facet' }>;
/** What facets are asked of. */
export type Faceted = Pick<PassageFacts, 'jurisdictions' | 'kind' | 'codes' | 'forces' | 'language'> & {
  readonly instrument: string;
  readonly year: number | null;
};

/** True where a provision carries the facet. */
export function carries(d: Faceted, { facet, value }: Pick<FacetNode, 'facet' | 'value'>): boolean {
  switch (facet) {
    case 'jurisdiction':
      return d.jurisdictions.includes(value);
    case 'party':
      return (d.kind === 'agreement' || d.kind === 'convention') && d.jurisdictions.includes(value);
    case 'code':
      return d.codes.some((c) => c === value || c.startsWith(`${value}.`));
    case 'force':
      return d.forces.includes(value);
    case 'kind':
      return d.kind === value;
    case 'instrument':
      return d.instrument.toLowerCase() === value;
    case 'lang':
      return d.language
        .toLowerCase()
        .split('+')
        .some((l) => l === value || l.startsWith(`${value}-`));
    case 'year': {
      const years = yearRange(value);
      return years !== null && d.year !== null && d.year >= years[0] && d.year <= years[1];
    }
  }
}

/** True where a provision that is already found by other means lies within the facets of a query; its words are not looked at. */
export function isWithinFacets(node: QueryNode | null, d: Faceted): boolean {
  if (node === null) return true;
  if (node.type === 'facet') return carries(d, node);
  if (node.type === 'not') return !isWithinFacets(node.node, d);
  if (!('nodes' in node)) return true;
  return node.type === 'and'
    ? node.nodes.every((n) => isWithinFacets(n, d))
    : node.nodes.some((n) => isWithinFacets(n, d));
}

const FACET_WORD = new RegExp(
  `(?<!\\S)(?:-|NOT\\s+)?(?:${FACETS.join('|')}|language)[:：](?:"[^"]*"|[^\\s()（）"]+)`,
  'giu',
);

/** 'PIPL 38 lang:zh' as what is cited and what narrows it, before either is read. */
export function withoutFacets(query: string): { readonly words: string; readonly facets: string } {
  return { words: query.replace(FACET_WORD, ' ').trim(), facets: (query.match(FACET_WORD) ?? []).join(' ') };
}
