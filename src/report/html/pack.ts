import type { Atlas } from '../atlas.js';
import type { SearchIndex } from '../options.js';
import type { PackedDocument, PackedInstrument, SearchData } from './client/shapes.js';

/** Levels that a score is told apart by: a letter each. Ranking needs no more, and the file stays small enough to open at once. */
const LEVELS = 26;
const FIRST_LEVEL = 'A'.charCodeAt(0);

/** The parts of lunr's own serialised form that are read here. @see https://lunrjs.com/docs/lunr.Index.html#toJSON */
interface LunrJson {
  readonly fieldVectors: readonly (readonly [string, readonly number[]])[];
  readonly invertedIndex: readonly (readonly [string, { readonly _index: number }])[];
}

/**
 * Returns lunr's index packed by term: for each field a line a term, `term postings`, a posting being the distance to the
 * document before it (base 36) and a letter for the score that lunr gave it. A query then unpacks its own terms and nothing
 * else; the whole of lunr's JSON for ten thousand articles takes a browser many seconds to take in.
 */
export function packSearch(atlas: Atlas, { index, documents }: SearchIndex): SearchData {
  const instruments = new Map<string, number>();
  const table: PackedInstrument[] = [];
  const contexts = new Map<string, number>();
  const codes = new Map(atlas.study.codebook.codes.map((c, i) => [c.id, i]));
  const printed = new Map(atlas.study.coded.map((c) => [c.instrument.metadata.id, new Set(atlas.printed(c))]));
  const packed = documents.map((d): PackedDocument => {
    let at = instruments.get(d.instrument);
    if (at === undefined) {
      at = table.length;
      instruments.set(d.instrument, at);
      const names = atlas.namesOf(d.instrument);
      const [page, texts] = [atlas.instrumentPage(d.instrument), atlas.textsFile(d.instrument)];
      table.push([d.instrument, d.title, names, d.jurisdictions, d.kind, d.year ?? 0, page, texts]);
    }
    const context = contexts.get(d.context) ?? contexts.size;
    contexts.set(d.context, context);
    const own = d.codes.flatMap((c) => codes.get(c) ?? []);
    const isPrinted = printed.get(d.instrument)?.has(d.eId) === true;
    return [at, d.eId, d.citation ?? '', d.heading, context, own, isPrinted ? 1 : 0];
  });
  return {
    instruments: table,
    contexts: [...contexts.keys()],
    codes: [...codes.keys()],
    documents: packed,
    fields: packFields(index as LunrJson),
  };
}

function packFields({ fieldVectors, invertedIndex }: LunrJson): SearchData['fields'] {
  const terms: string[] = [];
  for (const [term, { _index }] of invertedIndex) terms[_index] = term;
  const fields = new Map<string, Map<number, [number, number][]>>();
  const best = new Map<string, number>();
  for (const [ref, vector] of fieldVectors) {
    const cut = ref.indexOf('/');
    const field = ref.slice(0, cut);
    const place = Number(ref.slice(cut + 1));
    const postings = fields.get(field) ?? new Map<number, [number, number][]>();
    fields.set(field, postings);
    for (let i = 0; i + 1 < vector.length; i += 2) {
      const [term = 0, score = 0] = [vector[i], vector[i + 1]];
      const list = postings.get(term);
      if (list === undefined) postings.set(term, [[place, score]]);
      else list.push([place, score]);
      if (score > (best.get(field) ?? 0)) best.set(field, score);
    }
  }
  return Object.fromEntries(
    [...fields].map(([field, postings]) => {
      const step = (best.get(field) ?? 1) / LEVELS;
      const lines = [...postings].map(([term, list]) => `${terms[term] ?? ''} ${packed(list, step)}`).sort();
      return [field, { step, lines: lines.join('\n') }];
    }),
  );
}

function packed(list: [number, number][], step: number): string {
  let before = 0;
  return list
    .sort((a, b) => a[0] - b[0])
    .map(([place, score]) => {
      const distance = place - before;
      before = place;
      const level = Math.min(LEVELS - 1, Math.max(0, Math.ceil(score / step) - 1));
      return distance.toString(36) + String.fromCharCode(FIRST_LEVEL + level);
    })
    .join('');
}
