import { isSilent, nearParts } from '../compile.js';
import { yearRange } from '../query/facets.js';
import type { Query, QueryNode, TextLeaf } from '../query/model.js';
import { FORM_MARK, isPrefix, patternParts } from '../terms/pattern.js';
import { isUnspaced, termsOf } from '../terms/terms.js';
import type { PortableDocument, PortableIndex } from './build.js';
import { CODED_BONUS, FIELD_WEIGHTS, type PortableField } from './fields.js';
import {
  inField,
  lunrTerms,
  nearPostings,
  PostingLists,
  type Postings,
  phrasePostings,
  unionPostings,
} from './postings.js';

/** A hit of the portable index: its place in `documents` and its score, higher is better. */
export interface PortableHit {
  readonly place: number;
  readonly score: number;
}

const FIELD_OF = {
  heading: 'headingTerms',
  context: 'contextTerms',
  definition: 'definitionTerms',
  title: 'titleTerms',
} as const;
/** bm25 as FTS5 computes it: its constants, and the floor it gives to words that stand in half of everything. */
const K1 = 1.2;
const B = 0.75;
const LEAST_IDF = 1e-6;

/** Returns a search over documents and their postings by bm25 alone: the same language, finds and ranks as the database does on the same passages. */
export function searcher(documents: readonly PortableDocument[], lists: PostingLists): (query: Query) => PortableHit[] {
  const meanLength = documents.reduce((sum, d) => sum + d.length, 0) / Math.max(1, documents.length);
  return (query) => {
    const { root } = query;
    if (root === null || isBareNot(root)) return [];
    const phrases: Postings[] = [];
    const found = evaluate(root, lists, documents, (p) => phrases.push(...p));
    const norms = (d: PortableDocument): number => K1 * (1 - B + (B * d.length) / meanLength);
    const scores = new Map([...found].map((place) => [place, 0]));
    for (const postings of phrases) {
      const idf = Math.max(LEAST_IDF, Math.log((documents.length - postings.size + 0.5) / (postings.size + 0.5)));
      for (const [place, places] of postings) {
        const before = scores.get(place);
        const document = documents[place];
        if (before === undefined || document === undefined) continue;
        let frequency = 0;
        for (const [field, starts] of places) frequency += FIELD_WEIGHTS[field] * starts.length;
        const bonus = document.codes.length > 0 ? CODED_BONUS : 1;
        scores.set(place, before + (bonus * idf * frequency * (K1 + 1)) / (frequency + norms(document)));
      }
    }
    return [...scores]
      .map(([place, score]) => ({ place, score }))
      .sort((a, b) => b.score - a.score || a.place - b.place);
  };
}

/** One search over lunr's own form of an index; to ask more than once, keep what `searcher` returns. */
export function searchLunr({ index, documents }: PortableIndex, query: Query): PortableHit[] {
  return searcher(documents, new PostingLists(lunrTerms(index)))(query);
}

type Rank = (phrases: readonly Postings[]) => void;

function evaluate(
  node: QueryNode,
  lists: PostingLists,
  documents: readonly PortableDocument[],
  rank: Rank,
): Set<number> {
  const everything = (): Set<number> => new Set(documents.keys());
  const silentRank: Rank = () => undefined;
  if (node.type === 'facet') return new Set([...documents.keys()].filter((i) => carries(documents[i], node)));
  if (node.type === 'not') {
    const out = evaluate(node.node, lists, documents, silentRank);
    return new Set([...everything()].filter((i) => !out.has(i)));
  }
  if (!('nodes' in node)) return leafDocuments(node, lists, rank);
  const parts = node.nodes.filter((n) => !isAsleep(n));
  if (node.type === 'or')
    return new Set(parts.flatMap((n) => (isBareNot(n) ? [] : [...evaluate(n, lists, documents, rank)])));
  if (parts.length === 0) return new Set();
  return inAll(parts.map((n) => evaluate(n, lists, documents, rank)));
}

function leafDocuments(leaf: TextLeaf, lists: PostingLists, rank: Rank): Set<number> {
  const field: PortableField | null = leaf.field === null ? null : FIELD_OF[leaf.field];
  const groups: Postings[][] = [];
  if (leaf.type === 'phrase' && leaf.near !== null) {
    const parts = nearParts(leaf.text);
    const near = parts.length === 1 ? [phrasePostings(lists, parts[0] ?? [])] : nearPostings(lists, parts, leaf.near);
    groups.push(...near.map((p) => [inField(p, field)]));
  } else if (leaf.type === 'pattern') {
    const { words, globs } = patternParts(leaf.text);
    groups.push(...words.map((w) => [inField(wordPostings(lists, w), field)]));
    groups.push(...globs.map((g) => globPostings(lists, g).map((p) => inField(p, field))));
  } else groups.push([inField(wordPostings(lists, leaf.text), field)]);
  rank(groups.flat());
  return inAll(groups.map((g) => new Set(g.flatMap((p) => [...p.keys()]))));
}

function inAll(sets: readonly ReadonlySet<number>[]): Set<number> {
  const [first, ...rest] = sets;
  return new Set([...(first ?? [])].filter((i) => rest.every((set) => set.has(i))));
}

function wordPostings(lists: PostingLists, text: string): Postings {
  const terms = termsOf(text).map((t) => t.term);
  const [only = ''] = terms;
  const isHalf = terms.length === 1 && isUnspaced(only) && [...only].length === 1;
  return isHalf ? unionPostings(lists.startingWith(only).map((t) => lists.of(t))) : phrasePostings(lists, terms);
}

/** A prefix ranks as two phrases, stems and written forms; any other glob as one for each word it stands for, as in the database. */
function globPostings(lists: PostingLists, glob: string): Postings[] {
  if (!isPrefix(glob)) return [...lists.fitting(glob), ...lists.fitting(`${FORM_MARK}${glob}`)].map((t) => lists.of(t));
  const start = glob.replace(/\*+$/, '');
  return [start, `${FORM_MARK}${start}`].map((s) => unionPostings(lists.startingWith(s).map((t) => lists.of(t))));
}

/** As in the database: what asks for nothing must not empty the answer, and a query that only excludes finds nothing. */
function isAsleep(node: QueryNode): boolean {
  if (node.type === 'facet') return false;
  if (node.type === 'not') return isAsleep(node.node);
  return 'nodes' in node ? node.nodes.every(isAsleep) : isSilent(node);
}

function isBareNot(node: QueryNode): boolean {
  if (isAsleep(node)) return true;
  if (node.type === 'not') return !holdsFacet(node.node);
  if (!('nodes' in node)) return false;
  const awake = node.nodes.filter((n) => !isAsleep(n));
  return awake.every(isBareNot);
}

function holdsFacet(node: QueryNode): boolean {
  if (node.type === 'facet') return true;
  if (node.type === 'not') return holdsFacet(node.node);
  return 'nodes' in node && node.nodes.some(holdsFacet);
}

function carries(d: PortableDocument | undefined, { facet, value }: Extract<QueryNode, { type: 'facet' }>): boolean {
  if (d === undefined) return false;
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
