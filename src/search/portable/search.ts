import { nearParts, wholeTerm } from '../compile.js';
import { carries } from '../query/carries.js';
import { isNegative, meaningOf } from '../query/meaning.js';
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
    const root = meaningOf(query);
    if (root === null) return [];
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
  if (node.type === 'facet') return new Set([...documents].flatMap((d, i) => (carries(d, node) ? [i] : [])));
  if (node.type === 'not') {
    const out = evaluate(node.node, lists, documents, silentRank);
    return new Set([...everything()].filter((i) => !out.has(i)));
  }
  if (!('nodes' in node)) return leafDocuments(node, lists, rank);
  if (node.type === 'and') return inAll(node.nodes.map((n) => evaluate(n, lists, documents, rank)));
  // As in the database: where an alternative only leaves out, what it leaves is not ranked.
  const ranked = isNegative(node) ? silentRank : rank;
  return new Set(node.nodes.flatMap((n) => [...evaluate(n, lists, documents, ranked)]));
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
  } else {
    const whole =
      leaf.field === 'definition' ? [phrasePostings(lists, wholeTerm(termsOf(leaf.text).map((t) => t.term)))] : [];
    groups.push([wordPostings(lists, leaf.text), ...whole].map((p) => inField(p, field)));
  }
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
