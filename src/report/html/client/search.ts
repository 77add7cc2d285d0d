/// <reference lib="dom" />
import type { HitDocument, SearchData } from './shapes.js';

interface LunrIndex {
  query(build: (q: { term(term: string, options: object): void }) => void): { ref: string; score: number }[];
}

interface Lunr {
  Index: { load(data: object): LunrIndex };
  Query: { wildcard: { NONE: number; TRAILING: number } };
  Token: new (text: string) => object;
  stemmer(token: object): { toString(): string };
}

/**
 * Searches the portable index: words, "phrases", prefix*, -without, field:word and facets. Runs in the browser: it is
 * shipped as its own source, so it must not name anything outside itself but types and lunr, which stands beside it.
 */
export function search(): void {
  const { lunr, lexatlas } = globalThis as unknown as { lunr: Lunr; lexatlas: { index: SearchData } };
  const data = lexatlas.index;
  const index = lunr.Index.load(data.index);
  const MOST = 50;
  const FACETS = ['code', 'jurisdiction', 'party', 'kind', 'year', 'instrument'];
  const FIELDS: Record<string, string> = {
    heading: 'headingTerms',
    context: 'contextTerms',
    definition: 'definitionTerms',
    title: 'titleTerms',
  };
  const STOP = new Set(
    'a an the of to in for on by and or with as at from is are be been was were it its this that these those'.split(
      ' ',
    ),
  );
  const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー々〇]+/gu;
  const form = document.querySelector<HTMLFormElement>('#form');
  const box = document.querySelector<HTMLInputElement>('#query');
  const told = document.querySelector('#told');
  const list = document.querySelector('#hits');
  const facetBox = document.querySelector('#facets');
  if (form === null || box === null || told === null || list === null || facetBox === null) return;

  const fold = (word: string): string =>
    word
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replaceAll('ı', 'i')
      .normalize('NFC');
  const stem = (word: string): string => {
    const plain = fold(word);
    return /^[a-z]{3,}$/.test(plain) ? lunr.stemmer(new lunr.Token(plain)).toString() : plain;
  };
  /** Index terms of a text, as the indexer makes them: stems, and pairs of characters where no spaces are written. */
  const terms = (text: string): string[] =>
    (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((word) => {
      const unspaced = word.match(UNSPACED) ?? [];
      const rest = word
        .replace(UNSPACED, ' ')
        .split(' ')
        .filter((w) => w !== '' && !STOP.has(w.toLowerCase()));
      const pairs = unspaced.flatMap((run) => {
        const all = [...run];
        return all.length === 1 ? [run] : all.slice(1).map((c, i) => `${all[i]}${c}`);
      });
      return [...rest.map(stem), ...pairs];
    });
  const lookup = (term: string, fields: readonly string[], isPrefix: boolean): Map<number, number> => {
    const hits = index.query((q) =>
      q.term(term, {
        fields,
        usePipeline: false,
        wildcard: isPrefix ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE,
      }),
    );
    return new Map(hits.map((h) => [Number(h.ref), h.score]));
  };
  const matches = (d: HitDocument, facet: string, wanted: string): boolean => {
    const is = (value: string): boolean => value.toLowerCase() === wanted.toLowerCase();
    if (facet === 'code') return d.codes.some((c) => is(c) || c.startsWith(`${wanted}.`));
    if (facet === 'jurisdiction' || facet === 'party') return d.jurisdictions.some(is);
    if (facet === 'kind') return is(d.kind);
    if (facet === 'instrument') return is(d.instrument);
    const [from = '', to = from] = wanted.includes('..') ? wanted.split('..') : [wanted, wanted];
    return d.year !== null && d.year >= Number(from || 0) && d.year <= Number(to || 9999);
  };

  const find = (typed: string): [number, number][] => {
    let found: Map<number, number> | null = null;
    const without = new Set<number>();
    const facets: [string, string][] = [];
    for (const m of typed.matchAll(/(-)?(?:(\p{L}+):)?(?:"([^"]*)"|([^\s"]+))/gu)) {
      const [, minus, field, phrase, word = ''] = m;
      const text = phrase ?? word;
      if (field !== undefined && FACETS.includes(field.toLowerCase())) {
        facets.push([field.toLowerCase(), text]);
        continue;
      }
      if (text === 'AND' || text === 'OR') continue;
      const isPrefix = phrase === undefined && text.endsWith('*');
      const known = field === undefined ? undefined : FIELDS[field.toLowerCase()];
      const wanted = isPrefix
        ? [fold(text.slice(0, -1))]
        : terms(known === undefined && field !== undefined ? `${field} ${text}` : text);
      for (const term of wanted) {
        const hits = lookup(term, known === undefined ? [...Object.values(FIELDS), 'bodyTerms'] : [known], isPrefix);
        if (minus !== undefined) for (const place of hits.keys()) without.add(place);
        else {
          const before: Map<number, number> | null = found;
          found = new Map(
            [...hits].flatMap(([p, s]): [number, number][] =>
              before === null ? [[p, s]] : before.has(p) ? [[p, s + (before.get(p) ?? 0)]] : [],
            ),
          );
        }
      }
    }
    const scored: Map<number, number> =
      found ?? (facets.length > 0 ? new Map(data.documents.map((_, i) => [i, 0])) : new Map());
    return [...scored]
      .filter(([place]) => {
        const d = data.documents[place];
        return d !== undefined && !without.has(place) && facets.every(([facet, wanted]) => matches(d, facet, wanted));
      })
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  };

  const hit = (place: number): HTMLElement => {
    const d = data.documents[place];
    const [href, words] = data.places[place] ?? [null, ''];
    const item = document.createElement('li');
    if (d === undefined) return item;
    const name = `${d.title}, ${d.citation ?? d.eId}`;
    const head = document.createElement(href === null ? 'strong' : 'a');
    head.textContent = name;
    if (href !== null) head.setAttribute('href', href);
    const small = document.createElement('small');
    small.textContent = [
      d.jurisdictions.slice(0, 6).join(', '),
      d.year === null ? '' : String(d.year),
      d.codes.join(', '),
    ]
      .filter((x) => x !== '')
      .join(' · ');
    const heading = document.createElement('p');
    heading.textContent = [d.context, d.heading].filter((x) => x !== '').join(' › ');
    const text = document.createElement('p');
    text.dir = 'auto';
    text.textContent = words;
    item.append(head, heading, text, small);
    return item;
  };
  const facetButtons = (places: readonly number[]): HTMLElement[] => {
    const counts = new Map<string, number>();
    for (const place of places)
      for (const code of data.documents[place]?.codes ?? []) counts.set(code, (counts.get(code) ?? 0) + 1);
    return [...counts]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, 10)
      .map(([code, n]) => {
        const facet = `code:${code}`;
        const isOn = box.value.includes(facet);
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = `${code} ${n}`;
        button.setAttribute('aria-pressed', String(isOn));
        button.addEventListener('click', () => {
          box.value = isOn ? box.value.replace(facet, '').trim() : `${box.value} ${facet}`.trim();
          show(true);
        });
        return button;
      });
  };
  const show = (isNew: boolean): void => {
    const typed = box.value.trim();
    if (isNew) history.replaceState(null, '', `#q=${encodeURIComponent(typed)}`);
    const hits = typed === '' ? [] : find(typed);
    told.textContent =
      typed === ''
        ? `${data.documents.length} provisions can be searched.`
        : hits.length === 0
          ? 'Nothing found. Fewer words or a prefix* find more.'
          : `${hits.length} found${hits.length > MOST ? `, the best ${MOST} shown` : ''}.`;
    list.replaceChildren(...hits.slice(0, MOST).map(([place]) => hit(place)));
    facetBox.replaceChildren(...facetButtons(hits.map(([place]) => place)));
  };
  const fromAddress = (): void => {
    box.value = new URLSearchParams(location.hash.slice(1)).get('q') ?? '';
    show(false);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show(true);
  });
  box.addEventListener('input', () => show(true));
  globalThis.addEventListener('hashchange', fromAddress);
  fromAddress();
}
