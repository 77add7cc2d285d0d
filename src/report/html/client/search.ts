/// <reference lib="dom" />
import type { Base, PlacesData, Search, SearchAnswer, SearchAsked, SearchHit, TextData } from './shapes.js';

/**
 * The search page: hits as one types, facets that are words of the query, the words around the matches. The query is read by
 * the search room's own script. Runs in the browser: it is shipped as its own source, so it must not name anything outside
 * itself but types.
 */
export function search(): void {
  const shared = globalThis as unknown as {
    lexatlasSearch: (index: object) => Search;
    lexatlas: { base: Base; search: object; places: PlacesData };
  };
  const { base, places } = shared.lexatlas;
  const { make } = base;
  const PAGE = 40;
  const FACETS_SHOWN = 12;
  const form = document.querySelector<HTMLFormElement>('#form');
  const box = document.querySelector<HTMLInputElement>('#query');
  const wide = document.querySelector<HTMLInputElement>('#synonyms');
  const models = document.querySelector<HTMLInputElement>('#models');
  const sort = document.querySelector<HTMLSelectElement>('#sort');
  const told = document.querySelector('#told');
  const wrong = document.querySelector<HTMLElement>('#wrong');
  const list = document.querySelector('#hits');
  const facetBox = document.querySelector('#facets');
  const more = document.querySelector<HTMLButtonElement>('#more');
  if (form === null || box === null || wide === null || models === null || sort === null || told === null) return;
  if (wrong === null || list === null || facetBox === null || more === null) return;
  const find = shared.lexatlasSearch(shared.lexatlas.search);
  let shown = PAGE;
  /** Model laws say everything as clearly as can be and would come before every real one: they are left out where there are real ones. */
  const modelCount = find.documents.filter((d) => d.kind === 'archetype').length;
  const hasBoth = modelCount > 0 && modelCount < find.documents.length;
  const choice = models.closest<HTMLElement>('label');
  if (choice !== null) choice.hidden = !hasBoth;

  const asked = (): SearchAsked => ({
    query: box.value.trim(),
    synonyms: wide.checked,
    sort: sort.value as SearchAsked['sort'],
  });
  const answerTo = (request: SearchAsked): SearchAnswer => {
    const isAll = !hasBoth || models.checked || /(?:^|[\s(-])kind:/i.test(request.query);
    const answer = find(request, isAll ? shown : shown + modelCount);
    if (isAll || answer.reading === 'citation') return answer;
    const left = find.facets(request).kind?.find(({ value }) => value === 'archetype')?.count ?? 0;
    const hits = answer.hits.filter((h) => h.kind !== 'archetype').slice(0, shown);
    return { ...answer, hits, total: answer.total - left };
  };
  const excerpt = (request: SearchAsked, text: string): (Node | string)[] => {
    const { text: words, marks } = find.excerpt(request, text);
    const out: (Node | string)[] = [];
    let at = 0;
    for (const { start, end } of marks) {
      out.push(words.slice(at, start), make('mark', '', words.slice(start, end)));
      at = end;
    }
    return [...out, words.slice(at)];
  };
  const hit = (found: SearchHit, request: SearchAsked, isCited: boolean): HTMLElement => {
    const item = make('li', isCited ? 'cited' : '');
    const [page = '', texts = '', name = found.instrument] = places[found.instrument] ?? [];
    const label = `${name} ${found.provision}`;
    // A pinpoint inside the article is an address of the law's page too.
    const anchor = found.provision === (found.citation ?? found.eId) ? found.eId : found.provision;
    const title = base.link(`${page}#${encodeURIComponent(anchor)}`, label);
    const head = make('h3', '', page === '' ? label : title);
    if (found.heading !== '') head.append(' ', found.heading);
    const where = [found.title, found.context].filter((x) => x !== '').join(' › ');
    const words = make('p', 'words-found');
    words.dir = 'auto';
    words.lang = found.language.replace(/[^a-z0-9-].*$/i, '');
    const fill = (all: TextData | null): void => {
      const text = all?.[found.eId];
      if (text !== undefined) words.append(...excerpt(request, text));
      // Of the longest laws only what is coded or cited is printed: nothing stands there to be led to.
      else if (all !== null) title.replaceWith(label);
    };
    if (page !== '') base.load(texts, texts, fill);
    const parties = found.jurisdictions.slice(0, 6).join(', ') + (found.jurisdictions.length > 6 ? '…' : '');
    const facts = [parties, found.kind, found.year === null ? '' : String(found.year), found.forces.join(', ')];
    const small = make('p', 'note', facts.filter((x) => x !== '').join(' · '));
    for (const code of found.codes) small.append(' ', make('span', 'tag', code));
    if (!found.holdsAll) small.append(' ', make('span', 'tag lacking', 'lacks a word'));
    item.append(head, make('p', 'note', where), words, small);
    return item;
  };

  /** The query with a facet put to it or taken away; alternatives are bracketed, so that the facet narrows all of them. */
  const toggled = (word: string, isOn: boolean): string => {
    if (isOn)
      return box.value
        .split(/\s+/)
        .filter((w) => w !== word)
        .join(' ');
    const query = box.value.trim();
    const isLoose = /\bOR\b/.test(query) && !/^\([^()]*\)(?:\s+\S+:\S+)*$/.test(query);
    return `${isLoose ? `(${query})` : query} ${word}`.trim();
  };
  const facets = (request: SearchAsked): HTMLElement[] => {
    const counts = find.facets(request);
    const decades = new Map<string, number>();
    for (const { value, count } of counts.year ?? []) {
      const from = Math.floor(Number(value) / 10) * 10;
      const decade = `${from}..${from + 9}`;
      decades.set(decade, (decades.get(decade) ?? 0) + count);
    }
    const groups: [string, string, readonly { readonly value: string; readonly count: number }[]][] = [
      ['code', 'Code', counts.code ?? []],
      ['jurisdiction', 'Jurisdiction', counts.jurisdiction ?? []],
      ['kind', 'Kind', counts.kind ?? []],
      ['force', 'Force', counts.force ?? []],
      ['lang', 'Language', counts.lang ?? []],
      ['year', 'Decade', [...decades].sort().map(([value, count]) => ({ value, count }))],
    ];
    return groups.flatMap(([facet, label, values]) => {
      if (values.length === 0) return [];
      const buttons = values.slice(0, FACETS_SHOWN).map(({ value, count }) => {
        const word = `${facet}:${value}`;
        const isOn = box.value.split(/\s+/).includes(word);
        const button = make('button', 'small', `${value} `, make('span', 'count', String(count))) as HTMLButtonElement;
        button.type = 'button';
        button.setAttribute('aria-pressed', String(isOn));
        button.addEventListener('click', () => {
          box.value = toggled(word, isOn);
          begin();
        });
        return button;
      });
      const group = make('div', 'facet', make('span', 'facet-name', label), ...buttons);
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', label);
      return [group];
    });
  };
  const tell = (answer: SearchAnswer): void => {
    const { total, reading, suggestion, notice, hits } = answer;
    const few = hits.length < total ? `, the best ${hits.length} shown` : '';
    const lacking =
      reading === 'some-words'
        ? `${total} hold${total === 1 ? 's' : ''} all of these words; those that lack some follow.`
        : '';
    told.textContent =
      lacking !== ''
        ? lacking
        : total > 0
          ? `${total} found${few}.`
          : `Nothing found in the ${find.documents.length} provisions of this page.`;
    if (notice !== null) told.prepend(make('strong', 'notice', notice), ' ');
    if (suggestion === null) return;
    const button = make('button', 'small', suggestion) as HTMLButtonElement;
    button.type = 'button';
    button.addEventListener('click', () => {
      box.value = suggestion;
      begin();
    });
    told.append(' Did you mean: ', button);
  };
  const show = (): void => {
    const request = asked();
    wrong.hidden = true;
    more.hidden = true;
    if (request.query === '') {
      told.textContent = `${find.documents.length} articles and sections can be searched.`;
      list.replaceChildren();
      facetBox.replaceChildren();
      return;
    }
    try {
      const answer = answerTo(request);
      tell(answer);
      list.replaceChildren(...answer.hits.map((h) => hit(h, request, answer.reading === 'citation')));
      facetBox.replaceChildren(...facets(request));
      more.hidden = answer.hits.length >= answer.total;
    } catch (error) {
      // A query that cannot be read says where; what was found before stays in sight.
      const { name, message, mend = '' } = error as Error & { mend?: string };
      if (name !== 'QueryError') throw error;
      told.textContent = 'This query cannot be read yet.';
      wrong.textContent = `${message}\n${mend}`;
      wrong.hidden = false;
    }
  };
  const begin = (): void => {
    shown = PAGE;
    const { query, synonyms, sort: order } = asked();
    base.remember({
      q: query,
      synonyms: synonyms ? 'yes' : '',
      models: models.checked ? 'yes' : '',
      sort: order === 'relevance' ? '' : order,
    });
    show();
  };
  const fromAddress = (): void => {
    const wanted = base.remembered();
    box.value = wanted.get('q') ?? '';
    wide.checked = wanted.get('synonyms') === 'yes';
    models.checked = wanted.get('models') === 'yes';
    sort.value = wanted.get('sort') ?? 'relevance';
    shown = PAGE;
    show();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    begin();
  });
  for (const control of [box, wide, models, sort]) control.addEventListener('input', begin);
  more.addEventListener('click', () => {
    shown += PAGE;
    show();
  });
  globalThis.addEventListener('hashchange', fromAddress);
  fromAddress();
}
