/// <reference lib="dom" />
import type { ComparedPosition, ComparedWords, DivergenceData, Figures, LinkData, SideData } from './shapes.js';

/**
 * Puts two sides together: the parts of their divergence, then code by code the words of both. Runs in the browser: it is
 * shipped as its own source, so it must not name anything outside itself but types. Law text goes in as text, never as HTML.
 */
export function compare(): void {
  const store = (globalThis as unknown as { lexatlas: Record<string, unknown> }).lexatlas;
  const data = store.divergence as DivergenceData;
  const links = (store.links ?? {}) as LinkData;
  const choose = (id: string): HTMLSelectElement =>
    document.querySelector<HTMLSelectElement>(`#${id}`) ?? document.createElement('select');
  const [left, right, scope] = [choose('left'), choose('right'), choose('scope')];
  const out = document.querySelector('#comparison');
  const SIGNS: Record<string, string> = {
    hard: '● hard',
    soft: '◐ soft',
    absent: '– absent',
    'not-covered': '? not covered',
  };
  const PARTS = ['divergence', 'low', 'high', 'coverage', 'thematic part', 'elemental part', 'textual part'];

  const make = (tag: string, className: string, ...inside: (Node | string)[]): HTMLElement => {
    const node = document.createElement(tag);
    if (className !== '') node.className = className;
    node.append(...inside);
    return node;
  };
  const link = (href: string, text: string): HTMLAnchorElement => {
    const a = document.createElement('a');
    a.href = href;
    a.textContent = text;
    return a;
  };
  const option = (value: string, text: string): HTMLOptionElement => new Option(text, value);
  const two = (n: number | null | undefined): string =>
    n === null || n === undefined ? 'not comparable' : n.toFixed(2);
  /** Words that both texts use, to be marked: short words say nothing. */
  const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);

  const figuresTable = (figures: Figures | undefined): HTMLElement => {
    if (figures === undefined) return make('p', '', 'This pair was not compared on this scope.');
    const [total, low, high, coverage] = figures;
    const rows = [
      ['Divergence (0 the same answers, 1 nothing in common)', two(total)],
      ['Interval', low === null || high === null ? 'no interval' : `${two(low)}–${two(high)}`],
      ['Coverage: share of the scope that both sides cover', `${Math.round((coverage ?? 0) * 100)} %`],
      ...[4, 5, 6].map((i) => [PARTS[i] ?? '', two(figures[i])]),
    ];
    const facts = make('dl', 'facts');
    for (const [name = '', value = ''] of rows) facts.append(make('dt', '', name), make('dd', '', value));
    return facts;
  };
  const quote = (mine: ComparedWords, common: ReadonlySet<string>): HTMLElement => {
    const block = make('blockquote', '');
    block.lang = mine.language;
    block.dir = 'auto';
    for (const piece of mine.words.split(/([\p{L}\p{N}]+)/u)) {
      if (common.has(piece.toLowerCase())) block.append(make('b', '', piece));
      else block.append(piece);
    }
    return make('figure', 'quote', make('figcaption', '', link(mine.href, mine.cite)), block);
  };
  const column = (
    side: string,
    page: string,
    code: string,
    p: ComparedPosition | undefined,
    other: ComparedPosition | undefined,
  ): HTMLElement => {
    const box = make('div', '');
    const stance = p?.stance ?? 'not-covered';
    box.append(
      make('p', '', make('strong', '', side), ' ', make('span', `stance s-${stance}`, SIGNS[stance] ?? stance)),
    );
    const common = wordsOf((other?.words ?? []).map((w) => w.words).join(' '));
    for (const mine of p?.words ?? []) box.append(quote(mine, common));
    if ((p?.more ?? 0) > 0) box.append(make('p', 'note', link(`${page}#${code}`, `${p?.more} more provisions`)));
    return box;
  };
  const relations = (l: ComparedPosition | undefined, r: ComparedPosition | undefined): HTMLElement | null => {
    const found = new Map<string, string>();
    for (const a of l?.words ?? [])
      for (const b of r?.words ?? []) {
        const there = links[`${a.unit}|${b.unit}`] ?? links[`${b.unit}|${a.unit}`];
        if (there !== undefined)
          found.set(`${a.unit}|${b.unit}`, `${a.cite} and ${b.cite}: ${there[0]}, similarity ${two(there[1])}`);
      }
    return found.size === 0 ? null : make('p', 'note', `Aligned: ${[...found.values()].join('; ')}.`);
  };
  const isIn = (wanted: string, [id, , family, principle]: DivergenceData['codes'][number]): boolean =>
    wanted === 'all' || wanted === id || wanted === family || wanted === principle;

  const draw = (): void => {
    const pair = [`${left.value}|${right.value}`, `${right.value}|${left.value}`].find(
      (k) => data.pairs[k] !== undefined,
    );
    const figures = pair === undefined ? undefined : data.pairs[pair];
    const [l, r] = [store[`side:${left.value}`], store[`side:${right.value}`]] as (SideData | undefined)[];
    const pageOf = (id: string): string => data.sides.find(([s]) => s === id)?.[1] ?? '';
    const unanswered: string[] = [];
    const sections: HTMLElement[] = [];
    for (const code of data.codes.filter((c) => isIn(scope.value, c))) {
      const [id, label] = code;
      const isSilent = (p: ComparedPosition | undefined): boolean => (p?.words.length ?? 0) === 0;
      if (isSilent(l?.[id]) && isSilent(r?.[id])) {
        unanswered.push(
          `${label} (${(SIGNS[l?.[id]?.stance ?? 'not-covered'] ?? '').slice(2)} / ${(SIGNS[r?.[id]?.stance ?? 'not-covered'] ?? '').slice(2)})`,
        );
        continue;
      }
      const own = figures?.[id];
      const told = own === undefined || own[0] === null ? '' : ` – divergence ${two(own[0])}`;
      const section = make('section', 'card', make('h3', '', link(`codes/${id}.html`, label), told));
      const aligned = relations(l?.[id], r?.[id]);
      if (aligned !== null) section.append(aligned);
      section.append(
        make(
          'div',
          'sides',
          column(left.value, pageOf(left.value), id, l?.[id], r?.[id]),
          column(right.value, pageOf(right.value), id, r?.[id], l?.[id]),
        ),
      );
      sections.push(section);
    }
    const title = document.querySelector('h1');
    if (title !== null) title.textContent = `${left.value} and ${right.value}`;
    document.title = `${left.value} and ${right.value} · lexatlas`;
    out?.replaceChildren(
      make('h2', '', scope.selectedOptions[0]?.textContent ?? scope.value),
      figuresTable(figures?.[scope.value]),
      make('p', 'note', 'Words that both sides use are underlined with dots.'),
      ...sections,
      make('p', 'note', unanswered.length === 0 ? '' : `Neither side has a provision on: ${unanswered.join('; ')}.`),
    );
  };
  /** A data file is asked for by a script tag, which works from disk where fetching does not. */
  const load = (side: string, then: () => void): void => {
    const file = data.sides.find(([id]) => id === side)?.[2];
    if (store[`side:${side}`] !== undefined || file === undefined) {
      then();
      return;
    }
    const script = document.createElement('script');
    script.src = file;
    script.addEventListener('load', then);
    script.addEventListener('error', () =>
      out?.replaceChildren(make('p', '', `The data of ${side} could not be loaded; write the report anew.`)),
    );
    document.head.append(script);
  };
  const show = (): void => load(left.value, () => load(right.value, draw));

  for (const select of [left, right]) select.append(...data.sides.map(([id]) => option(id, id)));
  scope.append(...data.scopes.map(([id, label]) => option(id, label)));
  const fromAddress = (): void => {
    const wanted = new URLSearchParams(location.hash.slice(1));
    const first = Object.keys(data.pairs)[0]?.split('|') ?? [];
    left.value = wanted.get('left') ?? first[0] ?? '';
    right.value = wanted.get('right') ?? first[1] ?? '';
    scope.value = wanted.get('scope') ?? 'all';
    show();
  };
  for (const select of [left, right, scope])
    select.addEventListener('change', () => {
      const state = new URLSearchParams({ left: left.value, right: right.value, scope: scope.value });
      history.replaceState(null, '', `#${state}`);
      show();
    });
  globalThis.addEventListener('hashchange', fromAddress);
  fromAddress();
}
