import type {
  ClauseAnnotation,
  Excerpt,
  FacetCounts,
  GroupBy,
  GroupCount,
  IndexAnswer,
  IndexHit,
  IndexQuery,
  InstrumentMetadata,
  Provision,
  ProvisionRef,
  TermCount,
} from '../../model/index.js';
import { FACET_FIELDS } from '../finding/counts.js';
import type { Asking, Count, Found } from './ask.js';
import { lawId, passageId } from './documents.js';
import { dslOf } from './query.js';

const ORDERS = {
  relevance: [{ _score: 'desc' }, { instrument: 'asc' }, { ordinal: 'asc' }],
  date: [{ date: { order: 'desc', missing: '_last' } }, { _score: 'desc' }, { instrument: 'asc' }, { ordinal: 'asc' }],
  jurisdiction: [{ jurisdictionList: 'asc' }, { _score: 'desc' }, { instrument: 'asc' }, { ordinal: 'asc' }],
} as const;
const IN_DOCUMENT_ORDER = [{ instrument: 'asc' }, { ordinal: 'asc' }] as const;

type Unit = Pick<Excerpt, 'provisions' | 'words' | 'from'>;

/** What `SearchPort` asks of an index, asked of OpenSearch. */
export class RemoteIndex {
  constructor(private readonly ask: Asking) {}

  async instruments(): Promise<InstrumentMetadata[]> {
    const laws: InstrumentMetadata[] = [];
    const sort = [{ instrument: 'asc' as const }];
    for await (const { source } of this.ask.pages(typed('law'), sort, ['metadata']))
      laws.push(source.metadata as InstrumentMetadata);
    return laws;
  }

  async find(query: IndexQuery): Promise<IndexAnswer> {
    const order = [...ORDERS[query.sort ?? 'relevance']];
    const { total, found } = await this.ask.hits(dslOf(query), order, query.offset ?? 0, query.limit, [
      'instrument',
      'eId',
      'hit',
    ]);
    const hits = found.map(({ score, source }): IndexHit => {
      const { instrument, eId, hit } = source as {
        instrument: string;
        eId: string;
        hit: Omit<IndexHit, 'instrument' | 'eId' | 'score'>;
      };
      return { ...hit, instrument, eId, score };
    });
    return { hits, total };
  }

  async facets(query: IndexQuery): Promise<FacetCounts> {
    const counts = await this.ask.counts(dslOf(query), Object.keys(FACET_FIELDS));
    const named = Object.entries(FACET_FIELDS).map(([field, facet]) => [facet, mostFirst(counts.get(field) ?? [])]);
    return Object.fromEntries(named) as FacetCounts;
  }

  async groups(query: IndexQuery, by: GroupBy): Promise<GroupCount[]> {
    const counts = await this.ask.grouped(dslOf(query), by === 'instrument' ? 'instrument' : 'jurisdictionList');
    return mostFirst(counts).map(({ value, count }) => ({ group: value, count }));
  }

  /** Words that begin so, most frequent first; counted when the study was loaded. */
  async vocabulary(start: string, _glob: string, limit: number): Promise<TermCount[]> {
    const query = { bool: { filter: [typed('term'), { prefix: { term: { value: start } } }] } };
    const { found } = await this.ask.hits(query, [{ documents: 'desc' }, { term: 'asc' }], 0, limit, [
      'term',
      'documents',
    ]);
    return summed(found);
  }

  async frequencies(terms: readonly string[]): Promise<TermCount[]> {
    const query = { bool: { filter: [typed('term'), { terms: { term: [...terms] } }] } };
    const found: Found[] = [];
    for await (const one of this.ask.pages(query, [{ term: 'asc' }, { documents: 'desc' }], ['term', 'documents']))
      found.push(one);
    const counted = new Map(summed(found).map((t) => [t.term, t]));
    return terms.flatMap((term) => counted.get(term) ?? []);
  }

  async cited(instrument: string, citation: string): Promise<string[]> {
    return this.citedBy(instrument, { citations: { value: citation } }, (c) => c === citation);
  }

  async citedWithin(instrument: string, citation: string): Promise<string[]> {
    const isWithin = (c: string): boolean => c.endsWith(`.${citation}`) || c.endsWith(`/${citation}`);
    return this.citedBy(instrument, { tails: { value: citation } }, isWithin);
  }

  async passages(instrument: string): Promise<{ eId: string; citation: string | null }[]> {
    const query = { bool: { filter: [typed('passage'), inLaw(instrument)] } };
    const all: { eId: string; citation: string | null }[] = [];
    for await (const { source } of this.ask.pages(query, [...IN_DOCUMENT_ORDER], ['eId', 'hit']))
      all.push({ eId: String(source.eId), citation: (source.hit as IndexHit).citation });
    return all;
  }

  /** The smallest passage or division that holds the provision, narrowed to it; null where the index lacks it. */
  async excerpt({ instrument, eId }: ProvisionRef): Promise<Excerpt | null> {
    const query = { bool: { filter: [inLaw(instrument), { term: { eIds: { value: eId } } }] } };
    const [{ found }, law] = await Promise.all([
      this.ask.hits(query, [{ length: 'asc' }, { ordinal: 'asc' }], 0, 1, ['excerpt']),
      this.byIds([lawId(instrument)], ['metadata']),
    ]);
    const metadata = law.get(lawId(instrument))?.metadata;
    const unit = found[0]?.source.excerpt as Unit | undefined;
    return metadata === undefined || unit === undefined ? null : narrowed(unit, metadata as InstrumentMetadata, eId);
  }

  /** Excerpts of passages, in one request. */
  async excerpts(refs: readonly ProvisionRef[]): Promise<ReadonlyMap<ProvisionRef, Excerpt | null>> {
    const ids = new Set(refs.flatMap((r) => [passageId(r.instrument, r.eId), lawId(r.instrument)]));
    const sources = await this.byIds([...ids], ['excerpt', 'metadata']);
    return new Map(
      refs.map((ref) => {
        const unit = sources.get(passageId(ref.instrument, ref.eId))?.excerpt as Unit | undefined;
        const metadata = sources.get(lawId(ref.instrument))?.metadata as InstrumentMetadata | undefined;
        return [ref, unit === undefined || metadata === undefined ? null : { ...unit, metadata }];
      }),
    );
  }

  async annotations({ instrument }: { instrument: string }): Promise<ClauseAnnotation[]> {
    const query = { bool: { filter: [inLaw(instrument), { term: { isCoded: { value: true } } }] } };
    const list: ClauseAnnotation[] = [];
    for await (const { source } of this.ask.pages(query, [...IN_DOCUMENT_ORDER], ['annotations']))
      list.push(...(source.annotations as { list: ClauseAnnotation[] }).list);
    return list;
  }

  private async citedBy(
    instrument: string,
    term: Record<string, { value: string }>,
    fits: (c: string) => boolean,
  ): Promise<string[]> {
    const query = { bool: { filter: [inLaw(instrument), { term }] } };
    const eIds: string[] = [];
    for await (const { source } of this.ask.pages(query, [...IN_DOCUMENT_ORDER], ['eIds', 'excerpt'])) {
      const own = new Set(source.eIds as string[]);
      const { provisions } = source.excerpt as Unit;
      eIds.push(
        ...provisions.filter((p) => own.has(p.eId) && p.citation !== null && fits(p.citation)).map((p) => p.eId),
      );
    }
    return eIds;
  }

  private async byIds(values: string[], fields: string[]): Promise<ReadonlyMap<string, Found['source']>> {
    const { found } = await this.ask.hits({ ids: { values } }, [{ instrument: 'asc' }], 0, values.length, fields);
    return new Map(found.map(({ id, source }) => [id, source]));
  }
}

const typed = (type: string): { term: { type: { value: string } } } => ({ term: { type: { value: type } } });
const inLaw = (instrument: string): { term: { instrument: { value: string } } } => ({
  term: { instrument: { value: instrument } },
});

function narrowed({ provisions, words, from }: Unit, metadata: InstrumentMetadata, eId: string): Excerpt | null {
  const unit = provisions.find((p) => p.eId === eId);
  if (unit === undefined) return null;
  const isNear = (p: Provision): boolean => isInside(p, unit) || isInside(unit, p);
  const { start, end } = unit.span;
  return { metadata, provisions: provisions.filter(isNear), words: words.slice(start - from, end - from), from: start };
}

function isInside(p: Provision, whole: Provision): boolean {
  return p.span.start >= whole.span.start && p.span.end <= whole.span.end;
}

function mostFirst(counts: readonly Count[]): Count[] {
  return [...counts].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Several studies under one name each count their own. */
function summed(found: readonly Found[]): TermCount[] {
  const counts = new Map<string, number>();
  for (const { source } of found) {
    const { term, documents } = source as { term: string; documents: number };
    counts.set(term, (counts.get(term) ?? 0) + documents);
  }
  return [...counts].map(([term, documents]) => ({ term, documents }));
}
