/// <reference lib="dom" />
import type { Engine, Found, SearchData } from '../shapes.js';

interface Lunr {
  Token: new (text: string) => object;
  stemmer(token: object): { toString(): string };
}

/**
 * Finds documents in the packed index: words, "phrases" (all their words), prefix*, -without, NOT, OR, field:word, facets,
 * and citations (`GDPR 48`). Runs in the browser: it is shipped as its own source, so it must not name anything outside
 * itself but types and lunr, whose stemmer is used.
 */
export function engine(): void {
  const shared = globalThis as unknown as { lunr: Lunr; lexatlas: Record<string, unknown> };
  const data = shared.lexatlas.search as SearchData;
  type Scores = Map<number, number>;
  const FIELDS: Record<string, string> = {
    heading: 'headingTerms',
    context: 'contextTerms',
    definition: 'definitionTerms',
    title: 'titleTerms',
  };
  const FACETS = new Set(['code', 'jurisdiction', 'party', 'kind', 'year', 'instrument']);
  const STOP = new Set(
    'a an the of to in for on by and or with as at from is are be been was were it its this that these those'.split(
      ' ',
    ),
  );
  const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー々〇]+/gu;
  const lines = new Map(
    Object.entries(data.fields).map(([name, field]) => [
      name,
      field.lines.split('\n').map((line) => line.split(' ') as [string, string]),
    ]),
  );
  const postings = new Map([...lines].map(([name, list]) => [name, new Map(list)]));

  const fold = (word: string): string =>
    word
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replaceAll('ı', 'i')
      .replaceAll('đ', 'd')
      .normalize('NFC');
  const stem = (word: string): string => {
    const plain = fold(word);
    return /^[a-z]{3,}$/.test(plain) ? shared.lunr.stemmer(new shared.lunr.Token(plain)).toString() : plain;
  };
  /** Index terms of a text, as the indexer makes them: stems, and pairs of characters where no spaces are written. */
  const terms = (text: string): string[] =>
    (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((word) => {
      const rest = word
        .replace(UNSPACED, ' ')
        .split(' ')
        .filter((w) => w !== '' && !STOP.has(w.toLowerCase()));
      const pairs = (word.match(UNSPACED) ?? []).flatMap((run) => {
        const all = [...run];
        return all.length === 1 ? [run] : all.slice(1).map((c, i) => `${all[i]}${c}`);
      });
      return [...rest.map(stem), ...pairs];
    });

  const unpack = (into: Scores, packed: string, step: number): void => {
    let place = 0;
    for (const [, distance = '0', level = 'A'] of packed.matchAll(/([0-9a-z]+)([A-Z])/g)) {
      place += Number.parseInt(distance, 36);
      into.set(place, (into.get(place) ?? 0) + (level.charCodeAt(0) - 64) * step);
    }
  };
  const lookup = (term: string, only: string | null, isPrefix: boolean): Scores => {
    const found: Scores = new Map();
    for (const [name, { step }] of Object.entries(data.fields)) {
      if (only !== null && name !== only) continue;
      if (isPrefix) {
        for (const [known, packed] of lines.get(name) ?? []) if (known.startsWith(term)) unpack(found, packed, step);
      } else unpack(found, postings.get(name)?.get(term) ?? '', step);
    }
    return found;
  };
  const both = (a: Scores | null, b: Scores): Scores =>
    a === null ? b : new Map([...a].flatMap(([p, s]) => (b.has(p) ? [[p, s + (b.get(p) ?? 0)] as const] : [])));
  const either = (a: Scores, b: Scores): Scores => {
    const out = new Map(a);
    for (const [p, s] of b) out.set(p, (out.get(p) ?? 0) + s);
    return out;
  };

  const isOf = (place: number, facet: string, wanted: string): boolean => {
    const [at = 0, , , , , codes = []] = data.documents[place] ?? [];
    const [id = '', , names = [], places = [], kind = '', year = 0] = data.instruments[at] ?? [];
    const same = (value: string): boolean => fold(value) === fold(wanted);
    if (facet === 'code')
      return codes.some((c) => same(data.codes[c] ?? '') || data.codes[c]?.startsWith(`${wanted}.`));
    if (facet === 'kind') return same(kind);
    if (facet === 'instrument') return same(id) || names.some(same);
    if (facet !== 'year') return places.some(same);
    const [from = '', to = from] = wanted.includes('..') ? wanted.split('..') : [wanted];
    return year > 0 && year >= Number(from || 0) && year <= Number(to || 9999);
  };

  const wordsOf = (text: string): string[] =>
    fold(text)
      .replace(/(\d)(?=[a-z])|([a-z])(?=\d)/g, '$1$2 ')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((w) => w !== '');
  /** What a citation names: the instrument by any of its names or words, then the pinpoint or the article that holds it. */
  const cited = (query: string): number[] => {
    const plain = fold(query.replace(/\b(article|articles|art|section|sec|s)\.?\s+|§+\s*/giu, ' '))
      .trim()
      .split(/\s+/);
    const pin =
      plain.length > 1 && /^\d/.test(plain.at(-1) ?? '')
        ? plain.at(-1)
        : /^\d/.test(plain[0] ?? '')
          ? plain[0]
          : undefined;
    if (pin === undefined) return [];
    const name = plain.filter((_, i) => i !== (plain.at(-1) === pin ? plain.length - 1 : 0)).join(' ');
    const wanted = wordsOf(name);
    if (wanted.length === 0) return [];
    const ids = new Set<number>();
    const named = new Set<number>();
    data.instruments.forEach(([id, title, names, places], i) => {
      if (names.some((n) => fold(n) === name)) named.add(i);
      const own = new Set([id, title, ...names, ...places].flatMap(wordsOf));
      if (wanted.every((w) => own.has(w))) ids.add(i);
    });
    const meant = named.size > 0 ? named : ids;
    const found: [number, number][] = [];
    data.documents.forEach(([at, , citation], place) => {
      const own = fold(citation);
      if (!meant.has(at) || own === '') return;
      if (pin === own || (pin.startsWith(own) && /^[^\p{L}\p{N}]/u.test(pin.slice(own.length))))
        found.push([place, own.length]);
    });
    return found.sort((a, b) => b[1] - a[1]).map(([place]) => place);
  };

  const find = (query: string): Found[] => {
    const without: Scores[] = [];
    const facets = new Map<string, string[]>();
    let scores: Scores | null = null;
    let isOr = false;
    let isNot = false;
    for (const m of query.matchAll(/(-)?(?:(\p{L}+):)?(?:"([^"]*)"|([^\s"()]+))/gu)) {
      const [, minus, name, phrase, word = ''] = m;
      const text = phrase ?? word;
      const field = name === undefined ? undefined : fold(name);
      if (field !== undefined && FACETS.has(field)) {
        facets.set(field, [...(facets.get(field) ?? []), text]);
        continue;
      }
      if (text === 'AND') continue;
      if (text === 'OR' || text === 'NOT') {
        isOr = text === 'OR';
        isNot = text === 'NOT';
        continue;
      }
      const isPrefix = phrase === undefined && text.endsWith('*');
      const only = field === undefined ? null : (FIELDS[field] ?? null);
      const whole = field !== undefined && only === null ? `${name} ${text}` : text;
      const asked = isPrefix ? [fold(text.slice(0, -1))] : terms(whole);
      if (asked.length === 0) continue;
      const hits = asked.map((t) => lookup(t, only, isPrefix)).reduce<Scores | null>(both, null) ?? new Map();
      if (minus !== undefined || isNot) without.push(hits);
      else scores = isOr && scores !== null ? either(scores, hits) : both(scores, hits);
      isOr = false;
      isNot = false;
    }
    const first = cited(query);
    const all: Scores = scores ?? (facets.size > 0 ? new Map(data.documents.map((_, i) => [i, 0])) : new Map());
    const passes = (place: number): boolean =>
      !without.some((w) => w.has(place)) &&
      [...facets].every(([facet, wanted]) => wanted.some((w) => isOf(place, facet, w)));
    const rest = [...all].filter(([place]) => !first.includes(place) && passes(place));
    rest.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return [
      ...first.map((place) => ({ place, score: Number.POSITIVE_INFINITY, isCited: true })),
      ...rest.map(([place, score]) => ({ place, score, isCited: false })),
    ];
  };
  const words = (query: string): string[] =>
    [...query.matchAll(/(-)?(?:(\p{L}+):)?(?:"([^"]*)"|([^\s"()]+))/gu)].flatMap(
      ([, minus, name, phrase, word = '']) =>
        minus !== undefined || (name !== undefined && FACETS.has(fold(name)))
          ? []
          : terms((phrase ?? word).replace('*', '')),
    );
  const api: Engine = { find, words, stem };
  shared.lexatlas.engine = api;
}
