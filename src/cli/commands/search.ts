import type { FacetName, GroupBy, SavedSearch, SortBy } from '../../model/index.js';
import {
  facetsOf,
  fromSaved,
  groupsOf,
  occurrences,
  queryOf,
  type SearchAnswer,
  type SearchPort,
  type SearchRequest,
  search,
  toBibtex,
  toCsl,
  toSaved,
  type WorkFacts,
} from '../../search/index.js';
import { answerFrom } from '../../store/index.js';
import type { Action } from '../command.js';
import { InputError, UsageError } from '../failure.js';
import { hitsMarkdown } from '../found/markdown.js';
import { all, type Output, write } from '../found/print.js';
import { answerText, concordanceText } from '../found/text.js';
import { type Row, say, table } from '../output.js';
import { type OpenStudy, openForReading, openForWriting } from '../study.js';

type Options = Readonly<Record<string, unknown>>;

const COLUMNS = ['instrument', 'provision', 'title', 'score', 'snippet', 'codes'];
const DEFAULT_LIMIT = 10;
/** Facets that are options too: the option's name is the facet's. */
const FACET_OPTIONS: readonly FacetName[] = ['jurisdiction', 'code', 'kind', 'force', 'lang', 'instrument', 'year'];

/** Prints the provisions that match, with pinpoint, snippet and codes; or their count, facets, groups or concordance. */
export const searchCommand: Action = async ([words], options) => {
  const typed = (words as string[]).join(' ');
  if (typeof options.index === 'string') return searchRemote(typed, options.index, options);
  if (options.searches === true || typeof options.forget === 'string') return listSaved(options);
  const study = openForReading(options);
  try {
    const request = requestOf(typed, options, study);
    if (typeof options.save === 'string') keep(request, options.save, options, study);
    await print(
      study.store.snapshot(() => answered(request, options, study.store)),
      options,
    );
  } finally {
    study.close();
  }
};

/** Asks an index in OpenSearch, which needs no study here. */
async function searchRemote(typed: string, address: string, options: Options): Promise<void> {
  const ofStudies = ['save', 'saved', 'searches', 'forget'].find((name) => options[name] !== undefined);
  if (ofStudies !== undefined)
    throw new UsageError(`--${ofStudies} is about searches kept in a study.`, 'Leave out --index.');
  const request = requestOf(typed, options, null);
  await print(await answerFrom(address, (index) => answered(request, options, index)), options);
}

/** What is printed, and what is said beside it. */
interface Answered {
  readonly output: Output;
  readonly remarks: readonly string[];
}

async function print({ output, remarks }: Answered, options: Options): Promise<void> {
  for (const remark of remarks) say(remark);
  await write(output, options.format);
}

/** Asks and computes, and does nothing else: on a remote index it is done more than once. */
function answered(request: SearchRequest, options: Options, index: SearchPort): Answered {
  const isData = options.format !== undefined && options.format !== 'text';
  if (options.facets === true || options.groupBy !== undefined || options.count === true) {
    const { total, notice } = search({ ...request, limit: 0, offset: 0 }, index);
    return { output: counted(request, total, options, index), remarks: notice === null ? [] : [notice] };
  }
  const answer = search(request, index);
  if (options.concordance === true) return inContext(request, answer, index);
  return { output: hitsAs(options.format, request, answer, index), remarks: isData ? remarksOn(answer) : [] };
}

function counted(request: SearchRequest, total: number, options: Options, store: SearchPort): Output {
  const groupBy = oneOf<GroupBy>('group-by', options.groupBy, ['instrument', 'jurisdiction']);
  if (options.facets === true) return facetCounts(request, options.format, store);
  if (groupBy !== null) {
    const groups = groupsOf(request, store, groupBy).slice(0, request.limit);
    return tabular(
      groups.map(({ group, count }) => ({ [groupBy]: group, count })),
      [groupBy, 'count'],
    );
  }
  return { ready: options.format === 'json' ? `${JSON.stringify({ count: total })}\n` : `${total}\n` };
}

function hitsAs(format: unknown, request: SearchRequest, answer: SearchAnswer, store: SearchPort): Output {
  switch (format) {
    case 'md':
      return { ready: hitsMarkdown(request.query, answer.hits, answer.total) };
    case 'bibtex':
      return { ready: toBibtex(answer.hits, factsIn(store)) };
    case 'csl':
      return { ready: `${JSON.stringify(toCsl(answer.hits, factsIn(store)), null, 2)}\n` };
    default:
      return { rows: answer.hits, columns: COLUMNS, forPerson: () => answerText(answer, request.offset ?? 0) };
  }
}

/** What a person reads under the hits goes to stderr where the hits are data. */
function remarksOn({ suggestion, reading, total, notice }: SearchAnswer): string[] {
  return [
    ...(notice === null ? [] : [notice]),
    ...(suggestion === null ? [] : [`Did you mean: ${suggestion}`]),
    ...(reading === 'some-words' ? [`${total} hold all of these words; the others lack some (holdsAll: false).`] : []),
  ];
}

function tabular(rows: readonly Row[], columns: readonly string[]): Output {
  return { rows, columns, forPerson: () => table(rows, columns) };
}

function inContext(request: SearchRequest, answer: SearchAnswer, store: SearchPort): Answered {
  const { hits, total, notice } = answer;
  const isCited = answer.reading === 'citation';
  const find = isCited ? () => [] : occurrences(queryOf(request, () => store.instruments()));
  const lines = hits.flatMap((hit) => {
    const law = store.excerpt({ instrument: hit.instrument, eId: hit.passage });
    return law === null ? [] : find(law, hit.passage).map((o) => ({ ...o, instrument: hit.instrument }));
  });
  const rows = lines.map(({ instrument, provision, left, keyword, right }) => ({
    instrument,
    provision: provision.citation ?? provision.eId,
    left,
    keyword,
    right,
  }));
  const more = hits.length < total ? ', --limit shows more' : '';
  const size = `${lines.length} occurrences in ${hits.length} of ${total} provisions${more}.`;
  return {
    output: {
      rows,
      columns: ['instrument', 'provision', 'left', 'keyword', 'right'],
      forPerson: () => concordanceText(lines),
    },
    remarks: [...(notice === null ? [] : [notice]), isCited ? NO_WORDS : size],
  };
}

const NO_WORDS = 'A citation has no words to set in context: add them as words, or leave out --concordance.';

function factsIn(store: SearchPort): (id: string) => WorkFacts {
  const catalogue = new Map(store.instruments().map((m) => [m.id, m]));
  return (id) => {
    const m = catalogue.get(id);
    return { source: m?.source ?? null, made: m?.made ?? null, identifiers: m?.identifiers ?? {} };
  };
}

function requestOf(typed: string, options: Options, study: OpenStudy | null): SearchRequest {
  const limit = typeof options.limit === 'number' ? options.limit : DEFAULT_LIMIT;
  const offset = typeof options.offset === 'number' ? options.offset : 0;
  if (typeof options.saved === 'string') {
    const wanted = options.saved;
    if (study === null) throw new UsageError('--saved wants a study.', 'Leave out --index.');
    return { ...fromSaved(keptSearch(wanted, study).request), limit, offset };
  }
  const facets = Object.fromEntries(
    FACET_OPTIONS.map((name) => [
      name,
      name === 'year' ? (typeof options.year === 'string' ? [options.year] : []) : all(options[name]),
    ]),
  );
  const like = typeof options.like === 'string' ? options.like : null;
  const isNarrowed = Object.values(facets).some((values) => values.length > 0);
  if (typed.trim() === '' && like === null && !isNarrowed)
    throw new UsageError('Nothing is searched for.', 'Give words or a citation, or --like, --saved or --searches.');
  const sort = oneOf<SortBy>('sort', options.sort, ['relevance', 'date', 'jurisdiction']) ?? 'relevance';
  return { query: typed, like, facets, synonyms: options.synonyms === true, sort, limit, offset };
}

function facetCounts(request: SearchRequest, format: unknown, store: SearchPort): Output {
  const counts = facetsOf(request, store);
  if (format === 'json') return { ready: `${JSON.stringify(counts, null, 2)}\n` };
  const rows = Object.entries(counts).flatMap(([facet, values]) => values.map((v) => ({ facet, ...v })));
  return tabular(rows, ['facet', 'value', 'count']);
}

/** Keeps the search before it is answered, so that the id is known even where nothing is found yet. */
function keep(request: SearchRequest, name: string, options: Options, reader: OpenStudy): void {
  const saved = toSaved(request);
  const known = reader.store.savedSearches().some((s) => s.id === saved.id && s.name === name);
  if (!known) {
    const writer = openForWriting(options);
    try {
      writer.store.saveSearch({ ...saved, name });
    } finally {
      writer.close();
    }
  }
  say(`Saved as ${saved.id} (${name}); lexatlas search --saved ${saved.id} asks it again.`);
}

/** The kept search of this id, else of this name. */
function keptSearch(wanted: string, { store }: OpenStudy): SavedSearch {
  const all = store.savedSearches();
  const found = all.find((s) => s.id === wanted) ?? all.find((s) => s.name === wanted);
  if (found === undefined)
    throw new InputError(`The study keeps no search '${wanted}'.`, 'lexatlas search --searches lists them.');
  return found;
}

async function listSaved(options: Options): Promise<void> {
  const study = typeof options.forget === 'string' ? openForWriting(options) : openForReading(options);
  try {
    if (typeof options.forget === 'string') study.store.forgetSearch(keptSearch(options.forget, study).id);
    const rows = study.store.savedSearches().map((s) => ({ ...s }));
    await write(tabular(rows, ['id', 'name', 'request']), options.format);
  } finally {
    study.close();
  }
}

function oneOf<T extends string>(name: string, value: unknown, known: readonly T[]): T | null {
  if (value === undefined) return null;
  const found = known.find((k) => k === value);
  if (found === undefined)
    throw new UsageError(`--${name} ${String(value)} is unknown.`, `Known: ${known.join(', ')}.`);
  return found;
}
