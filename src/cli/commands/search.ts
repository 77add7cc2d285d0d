import type { Instrument } from '../../model/index.js';
import { parseQuery, resolveCitation, type Snippet, snippet, toFts, wantedTerms } from '../../search/index.js';
import type { Hit } from '../../store/index.js';
import type { Action } from '../command.js';
import { bold, dim } from '../output.js';
import { many, printData, text } from '../print.js';
import { type OpenStudy, openForReading } from '../study.js';

const COLUMNS = ['instrument', 'provision', 'title', 'score', 'snippet', 'codes'];
const DEFAULT_LIMIT = 10;

/** Prints the provisions that match, with pinpoint, snippet and codes. A citation finds the provision itself first. */
export const searchCommand: Action = async ([words], options) => {
  const typed = (words as string[]).join(' ');
  const study = openForReading(options);
  try {
    const limit = typeof options.limit === 'number' ? options.limit : DEFAULT_LIMIT;
    const cited = citedHits(study, typed);
    const { hits, total } = find(study, typed, options, limit);
    const seen = new Set(cited.map((h) => `${h.instrument} ${h.eId}`));
    const all = [...cited, ...hits.filter((h) => !seen.has(`${h.instrument} ${h.eId}`))].slice(0, limit);
    const wanted = cited.length > 0 ? [] : wantedTerms(parseQuery(typed));
    const results = all.map((hit) => present(hit, study, wanted));
    printData(
      results.map(({ marked: _, heading: __, ...row }) => row),
      COLUMNS,
      options,
      () => {
        const lines = results.map(
          (r) =>
            `${bold(`${r.instrument} ${r.provision}`)}  ${r.heading}\n  ${r.marked}\n${r.codes.length > 0 ? dim(`  ${r.codes.join(' ')}\n`) : ''}`,
        );
        return `${lines.join('\n')}\n${Math.max(total, all.length)} found; ${all.length} shown.\n`;
      },
    );
  } finally {
    study.close();
  }
};

function find(
  study: OpenStudy,
  typed: string,
  options: Readonly<Record<string, unknown>>,
  limit: number,
): { hits: readonly Hit[]; total: number } {
  const query = parseQuery(typed);
  const { facets } = query;
  const match = toFts(query);
  const years = yearRange(text(options.year) ?? facets.year[0] ?? null);
  if (match === null && Object.values(facets).every((f) => f.length === 0)) return { hits: [], total: 0 };
  return study.store.find({
    match,
    instruments: facets.instrument,
    jurisdictions: [...facets.jurisdiction, ...facets.party, ...many(options.jurisdiction)],
    codes: [...facets.code, ...many(options.code)],
    kinds: [...facets.kind, ...many(options.kind)],
    languages: facets.lang,
    forces: facets.force,
    ...(years === null ? {} : { years }),
    limit,
  });
}

/** 'GDPR 46(2)(c)' means that provision, whatever words it holds. */
function citedHits(study: OpenStudy, typed: string): Hit[] {
  if (!/[\d第]/.test(typed)) return [];
  return resolveCitation(typed, study.catalogue)
    .slice(0, 3)
    .flatMap(({ instrument, citation }) => {
      const eId = citation === null ? undefined : study.store.cited(instrument, citation)[0];
      const metadata = study.catalogue.find((m) => m.id === instrument);
      if (eId === undefined || metadata === undefined) return [];
      const codes = [...new Set(study.store.annotations({ instrument, eId }).map((a) => a.code))];
      return [
        {
          instrument,
          eId,
          citation,
          title: metadata.title,
          context: '',
          heading: '',
          jurisdictions: metadata.jurisdictions,
          kind: metadata.kind,
          codes,
          score: 1,
        },
      ];
    });
}

function present(hit: Hit, study: OpenStudy, wanted: readonly string[]) {
  const instrument = cached(study, hit.instrument);
  const found = instrument === null ? null : snippet(instrument, hit.eId, wanted);
  return {
    instrument: hit.instrument,
    provision: found?.provision.citation ?? hit.citation ?? hit.eId,
    title: hit.title,
    score: Number(hit.score.toFixed(4)),
    snippet: found?.text ?? '',
    codes: hit.codes,
    heading: hit.heading,
    marked: found === null ? '' : marked(found),
  };
}

const instruments = new Map<string, Instrument | null>();

function cached(study: OpenStudy, id: string): Instrument | null {
  const known = instruments.get(id);
  if (known !== undefined) return known;
  const instrument = study.store.instrument(id);
  instruments.set(id, instrument);
  return instrument;
}

function marked({ text: words, marks }: Snippet): string {
  let out = '';
  let at = 0;
  for (const mark of marks) {
    out += words.slice(at, mark.start) + bold(words.slice(mark.start, mark.end));
    at = mark.end;
  }
  return out + words.slice(at);
}

function yearRange(text_: string | null): [number, number] | null {
  const m = text_ === null ? null : /^(\d{4})?(\.\.)?(\d{4})?$/.exec(text_);
  if (m === null || m === undefined) return null;
  if (m[2] === undefined) return [Number(m[1]), Number(m[1])];
  return [Number(m[1] ?? 0), Number(m[3] ?? 9999)];
}
