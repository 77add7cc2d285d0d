import type { FacetName } from '../../model/index.js';
import type { Query, QueryNode } from './model.js';

/** What an index can say of its facets. */
export interface FacetTeller {
  /** Provisions that carry the value. */
  count(facet: FacetName, value: string): number;
  /** Values that provisions carry, most first; [] where there are too many kinds to name. */
  values(facet: FacetName): readonly string[];
}

/** Values named to someone who typed one that nothing carries. */
const MOST_NAMED = 12;

/** Why a query narrowed to a value found nothing: that nothing at all carries it. Null where every value is carried. */
export function unheldFacet({ root }: Query, index: FacetTeller): string | null {
  const bad = facetsIn(root).find(({ facet, value }) => index.count(facet, value) === 0);
  if (bad === undefined) return null;
  const known = index.values(bad.facet);
  const near = known.filter((v) => v.includes(bad.value) || v.split('.')[0] === bad.value.split('.')[0]);
  const named = (near.length > 0 ? near : known).slice(0, MOST_NAMED);
  const rest = named.length === 0 ? '' : ` It has: ${named.join(', ')}${known.length > named.length ? ' …' : '.'}`;
  const isPlace = bad.facet === 'jurisdiction' || bad.facet === 'party';
  const quote =
    isPlace && !bad.value.includes(' ') && bad.value.length > 2 ? ` Names of several words want quotation marks.` : '';
  return `Nothing searched here has ${bad.facet}:${bad.value}.${quote}${rest}`;
}

function facetsIn(node: QueryNode | null): Extract<QueryNode, { type: 'facet' }>[] {
  if (node === null || node.type === 'not') return [];
  if (node.type === 'facet') return [node];
  return node.type === 'and' ? node.nodes.flatMap(facetsIn) : [];
}
