/// <reference lib="dom" />
import type { Base, Engine, Found, SearchData, TextData } from '../shapes.js';

/**
 * The search page: hits as one types, facets that are words of the query, snippets around the words sought. Runs in the
 * browser: it is shipped as its own source, so it must not name anything outside itself but types.
 */
export function search(): void {
  const shared = (globalThis as unknown as { lexatlas: { base: Base; engine: Engine; search: SearchData } }).lexatlas;
  const { base, engine, search: data } = shared;
  const { make } = base;
  const MOST = 40;
  const SNIPPET = 300;
  const FACETS_SHOWN = 12;
  const form = document.querySelector<HTMLFormElement>('#form');
  const box = document.querySelector<HTMLInputElement>('#query');
  const told = document.querySelector('#told');
  const list = document.querySelector('#hits');
  const facetBox = document.querySelector('#facets');
  if (form === null || box === null || told === null || list === null || facetBox === null) return;

  /** The words around the first word sought, all of them marked. */
  const snippet = (text: string, sought: ReadonlySet<string>): (Node | string)[] => {
    const isSought = (word: string): boolean => sought.has(engine.stem(word));
    const pieces = text.split(/([\p{L}\p{M}\p{N}]+)/u);
    let first = 0;
    let at = 0;
    for (const piece of pieces) {
      if (isSought(piece)) {
        first = at;
        break;
      }
      at += piece.length;
    }
    const from = Math.max(0, first - SNIPPET / 3);
    const out: (Node | string)[] = from > 0 ? ['… '] : [];
    at = 0;
    for (const piece of pieces) {
      at += piece.length;
      if (at - piece.length < from) continue;
      if (at > from + SNIPPET) {
        out.push(' …');
        break;
      }
      out.push(isSought(piece) ? make('mark', '', piece) : piece);
    }
    return out;
  };
  const hit = ({ place, isCited }: Found, sought: ReadonlySet<string>): HTMLElement => {
    const item = make('li', isCited ? 'cited' : '');
    const document_ = data.documents[place];
    const instrument = document_ === undefined ? undefined : data.instruments[document_[0]];
    if (document_ === undefined || instrument === undefined) return item;
    const [, eId, citation, heading, context, codes, isPrinted] = document_;
    const [id, title, names, places, kind, year, page, texts] = instrument;
    const name = `${names[0] ?? id} ${citation === '' ? eId : citation}`;
    const address = `${page}#${encodeURIComponent(eId)}`;
    const head = make('h3', '', isPrinted === 1 ? base.link(address, name) : name);
    if (heading !== '') head.append(' ', heading);
    const where = [title, data.contexts[context] ?? ''].filter((x) => x !== '').join(' › ');
    const words = make('p', 'words-found');
    words.dir = 'auto';
    base.load<TextData>(texts, texts, (found) => words.append(...snippet(found?.[eId] ?? '', sought)));
    const facts = [
      places.slice(0, 6).join(', ') + (places.length > 6 ? '…' : ''),
      kind,
      year === 0 ? '' : String(year),
    ];
    const small = make('p', 'note', facts.filter((x) => x !== '').join(' · '));
    for (const c of codes) small.append(' ', make('span', 'tag', data.codes[c] ?? ''));
    item.append(head, make('p', 'note', where), words, small);
    return item;
  };

  const count = (found: readonly Found[], of: (place: number) => readonly string[]): [string, number][] => {
    const counts = new Map<string, number>();
    for (const { place } of found) for (const value of of(place)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, FACETS_SHOWN);
  };
  const facets = (found: readonly Found[]): HTMLElement[] => {
    const instrumentOf = (place: number) => data.instruments[data.documents[place]?.[0] ?? -1];
    const groups: [string, string, (place: number) => readonly string[]][] = [
      ['code', 'Code', (p) => (data.documents[p]?.[5] ?? []).map((c) => data.codes[c] ?? '')],
      ['jurisdiction', 'Jurisdiction', (p) => instrumentOf(p)?.[3] ?? []],
      ['kind', 'Kind', (p) => [instrumentOf(p)?.[4] ?? '']],
      [
        'year',
        'Decade',
        (p) => {
          const from = Math.floor((instrumentOf(p)?.[5] ?? 0) / 10) * 10;
          return from === 0 ? [] : [`${from}..${from + 9}`];
        },
      ],
    ];
    return groups.flatMap(([facet, label, of]) => {
      const values = count(found, of);
      if (values.length === 0) return [];
      const buttons = values.map(([value, n]) => {
        const word = `${facet}:${value}`;
        const isOn = box.value.split(/\s+/).includes(word);
        const button = make('button', 'small', `${value} `, make('span', 'count', String(n))) as HTMLButtonElement;
        button.type = 'button';
        button.setAttribute('aria-pressed', String(isOn));
        button.addEventListener('click', () => {
          box.value = isOn
            ? box.value
                .split(/\s+/)
                .filter((w) => w !== word)
                .join(' ')
            : `${box.value} ${word}`.trim();
          show(true);
        });
        return button;
      });
      const group = make('div', 'facet', make('span', 'facet-name', label), ...buttons);
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', label);
      return [group];
    });
  };
  const show = (isNew: boolean): void => {
    const typed = box.value.trim();
    if (isNew) base.remember({ q: typed });
    const found = typed === '' ? [] : engine.find(typed);
    const sought = new Set(engine.words(typed));
    told.textContent =
      typed === ''
        ? `${data.documents.length} articles and sections can be searched.`
        : found.length === 0
          ? 'Nothing found. Fewer words or a prefix* find more.'
          : `${found.length} found${found.length > MOST ? `, the best ${MOST} shown` : ''}.`;
    list.replaceChildren(...found.slice(0, MOST).map((f) => hit(f, sought)));
    facetBox.replaceChildren(...facets(found));
  };
  const fromAddress = (): void => {
    box.value = base.remembered().get('q') ?? '';
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
