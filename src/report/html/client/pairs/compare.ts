/// <reference lib="dom" />
import type {
  Base,
  CodeRow,
  ComparedPosition,
  ComparedWords,
  Diff,
  DivergenceData,
  LinkData,
  PairFigures,
  Piece,
  SideData,
} from '../shapes.js';

/**
 * Puts two sides together: the parts of their divergence, then code by code how the answers differ and the words of both,
 * aligned provisions in one row. Runs in the browser: it is shipped as its own source, so it must not name anything outside
 * itself but types. Law text goes in as text, never as HTML.
 */
export function compare(): void {
  const store = (globalThis as unknown as { lexatlas: Record<string, unknown> }).lexatlas;
  const { make, link, load, remember, remembered } = store.base as Base;
  const differ = store.diff as Diff;
  const data = store.divergence as DivergenceData;
  const { two, measured, parts, codes } = store.figures as PairFigures;
  const links = (store.links ?? {}) as LinkData;
  const choose = (id: string): HTMLSelectElement =>
    document.querySelector<HTMLSelectElement>(`#${id}`) ?? document.createElement('select');
  const [left, right, scope] = [choose('left'), choose('right'), choose('scope')];
  const day = document.querySelector<HTMLSelectElement>('#day');
  const past = document.querySelector<HTMLElement>('#past');
  const out = document.querySelector('#comparison');
  const SIGNS: Record<string, string> = {
    hard: '● hard',
    soft: '◐ soft',
    absent: '– absent',
    'not-covered': '? not covered',
    'not-in-force': '○ not in force',
  };
  const signOf = (stance: string | undefined): string => SIGNS[stance ?? 'not-covered'] ?? stance ?? '';
  const cited = (p: ComparedPosition | undefined): string => (p?.words ?? []).map((w) => w.cite).join('; ');
  /** How the answers differ in their elements: the elemental part, in words. */
  const elements = (
    names: readonly string[],
    l: ComparedPosition | undefined,
    r: ComparedPosition | undefined,
  ): HTMLElement => {
    const isBoth = (l?.words.length ?? 0) > 0 && (r?.words.length ?? 0) > 0;
    const rows: [string, readonly string[], readonly string[]][] = [
      ['modality', l?.modalities ?? [], r?.modalities ?? []],
      ['force', l?.forces ?? [], r?.forces ?? []],
      ['addressee', l?.addressees ?? [], r?.addressees ?? []],
      ['amounts', l?.amounts ?? [], r?.amounts ?? []],
    ];
    const top = [l, r].map((p, i) => {
      const cell = make('th', '', make('strong', '', names[i] ?? ''), ' ');
      cell.append(make('span', `stance s-${p?.stance ?? 'not-covered'}`, signOf(p?.stance)));
      cell.setAttribute('scope', 'col');
      return cell;
    });
    const cells = (mine: readonly string[], other: readonly string[]): HTMLElement => {
      const cell = make('td', '');
      if (mine.length === 0) cell.append('none');
      mine.forEach((word, i) => {
        cell.append(i === 0 ? '' : ', ', other.includes(word) ? word : make('strong', 'only', word));
      });
      return cell;
    };
    const body = rows
      .filter(([, a, b]) => isBoth && a.length + b.length > 0)
      .map(([name, a, b]) => {
        const head = make('th', '', name);
        head.setAttribute('scope', 'row');
        return make('tr', '', head, cells(a, b), cells(b, a));
      });
    const head = make('thead', '', make('tr', '', make('td', ''), ...top));
    return make('table', 'elements', head, make('tbody', '', ...body));
  };

  const isLaw = ({ from, until }: ComparedWords): boolean => {
    const wanted = day?.value ?? '';
    return wanted === '' || ((from === null || from <= wanted) && (until === null || until > wanted));
  };
  const quote = (mine: ComparedWords, pieces: readonly Piece[] | null): HTMLElement => {
    const block = make('blockquote', '');
    block.lang = mine.language;
    block.dir = 'auto';
    for (const piece of pieces ?? [{ text: mine.words, isShared: false }])
      block.append(piece.isShared ? make('b', '', piece.text) : piece.text);
    const caption = make('figcaption', '', mine.href === '' ? mine.cite : link(mine.href, mine.cite));
    if (mine.heading !== '') caption.append(' ', make('span', 'note', mine.heading));
    if (!isLaw(mine)) caption.append(' ', make('span', 'tag', `no law on ${day?.value}`));
    return make('figure', isLaw(mine) ? 'quote' : 'quote no-law', caption, block);
  };
  /** Provisions in rows: each left one with the right one it is aligned with; the rest side by side as they come. */
  const pairs = (l: readonly ComparedWords[], r: readonly ComparedWords[]): HTMLElement[] => {
    const found = l.flatMap((a) =>
      r.flatMap((b) => {
        const there = links[`${a.unit}|${b.unit}`] ?? links[`${b.unit}|${a.unit}`];
        return there === undefined ? [] : [{ a, b, relation: there[0], score: there[1] }];
      }),
    );
    found.sort((p, q) => q.score - p.score);
    const used = new Set<ComparedWords>();
    const rows: HTMLElement[] = [];
    for (const { a, b, relation, score } of found) {
      if (used.has(a) || used.has(b)) continue;
      used.add(a).add(b);
      const [x, y] = differ(a.words, b.words);
      rows.push(
        make('p', 'relation', `aligned: ${relation}, similarity ${two(score)}`),
        make('div', 'sides', quote(a, x), quote(b, y)),
      );
    }
    const [restL, restR] = [l.filter((w) => !used.has(w)), r.filter((w) => !used.has(w))];
    if (restL.length + restR.length > 0) {
      if (rows.length > 0) rows.push(make('p', 'relation', 'without an aligned counterpart here'));
      const column = (rest: readonly ComparedWords[]): HTMLElement =>
        make('div', '', ...rest.map((w) => quote(w, null)));
      rows.push(make('div', 'sides', column(restL), column(restR)));
    }
    return rows;
  };
  const more = (side: string, page: string, code: string, p: ComparedPosition | undefined): HTMLElement | string =>
    (p?.more ?? 0) > 0 ? make('p', 'note', link(`${page}#${code}`, `${p?.more} more provisions of ${side}`)) : '';

  const isIn = (wanted: string, [id, , family, principle]: DivergenceData['codes'][number]): boolean =>
    wanted === 'all' || wanted === id || wanted === family || wanted === principle;

  const draw = (): void => {
    const pair = [`${left.value}|${right.value}`, `${right.value}|${left.value}`].find(
      (k) => data.pairs[k] !== undefined,
    );
    const wanted = day?.value ?? '';
    const all = wanted === '' ? data.pairs : ((store[pastFile(wanted)] ?? {}) as DivergenceData['pairs']);
    const figures = pair === undefined ? undefined : all[pair];
    const [l, r] = [store[`side:${left.value}`], store[`side:${right.value}`]] as (SideData | undefined)[];
    const sideOf = (id: string) => data.sides.find(([s]) => s === id);
    const names = [left.value, right.value].map((id) => (sideOf(id)?.[3] ?? id).replace(`${id} `, ''));
    const unanswered: string[] = [];
    const sections: HTMLElement[] = [];
    const rows: CodeRow[] = [];
    for (const code of data.codes.filter((c) => isIn(scope.value, c))) {
      const [id, label] = code;
      const [mine, theirs] = [l?.[id], r?.[id]];
      if ((mine?.words.length ?? 0) + (theirs?.words.length ?? 0) === 0) {
        rows.push([label, signOf(mine?.stance), signOf(theirs?.stance), figures?.[id], '', '']);
        unanswered.push(`${label} (${signOf(mine?.stance).slice(2)} / ${signOf(theirs?.stance).slice(2)})`);
        continue;
      }
      const own = figures?.[id];
      const told = own === undefined || own[0] === null ? '' : ` – divergence ${measured(own)}`;
      rows.push([label, signOf(mine?.stance), signOf(theirs?.stance), own, cited(mine), cited(theirs)]);
      const section = make('section', 'card', make('h3', '', link(`codes/${id}.html`, label), told));
      section.append(elements(names, mine, theirs));
      section.append(...pairs(mine?.words ?? [], theirs?.words ?? []));
      section.append(
        more(left.value, sideOf(left.value)?.[1] ?? '', id, mine),
        more(right.value, sideOf(right.value)?.[1] ?? '', id, theirs),
      );
      sections.push(section);
    }
    const title = document.querySelector('h1');
    if (title !== null) title.textContent = names.join(' and ');
    document.title = `${names.join(' and ')} · lexatlas`;
    const silent = unanswered.length === 0 ? '' : `Neither side has a provision on: ${unanswered.join('; ')}.`;
    out?.replaceChildren(
      make('h2', '', scope.selectedOptions[0]?.textContent ?? scope.value),
      parts(figures?.[scope.value]),
      make(
        'p',
        'note',
        'In aligned provisions the words that both say in the same order are underlined; what is not underlined is where they differ. Elements that only one side has are bold.',
      ),
      ...sections,
      make('p', 'note', silent),
      codes(names, rows),
    );
  };
  const pastFile = (wanted: string): string => `data/divergence-${wanted}.js`;
  /** The figures of an earlier day come from a file of their own, asked for when first chosen. */
  const show = (): void => {
    const wanted = day?.value ?? '';
    if (past !== null) past.hidden = wanted === '';
    if (wanted === '') together();
    else load(pastFile(wanted), pastFile(wanted), together);
  };
  const together = (): void => {
    const file = (side: string): string => data.sides.find(([id]) => id === side)?.[2] ?? '';
    const failed = (side: string): void =>
      out?.replaceChildren(make('p', '', `The data of ${side} could not be loaded; write the report anew.`));
    load(`side:${left.value}`, file(left.value), (l) =>
      l === null
        ? failed(left.value)
        : load(`side:${right.value}`, file(right.value), (r) => (r === null ? failed(right.value) : draw())),
    );
  };

  for (const select of [left, right]) select.append(...data.sides.map(([id, , , name]) => new Option(name, id)));
  scope.append(...data.scopes.map(([id, label]) => new Option(label, id)));
  const fromAddress = (): void => {
    const wanted = remembered();
    const first = Object.keys(data.pairs)[0]?.split('|') ?? [];
    left.value = wanted.get('left') ?? first[0] ?? '';
    right.value = wanted.get('right') ?? first[1] ?? '';
    scope.value = wanted.get('scope') ?? 'all';
    if (day !== null) day.value = wanted.get('day') ?? '';
    show();
  };
  for (const select of [left, right, scope, day])
    select?.addEventListener('change', () => {
      remember({ left: left.value, right: right.value, scope: scope.value, day: day?.value ?? '' });
      show();
    });
  globalThis.addEventListener('hashchange', fromAddress);
  fromAddress();
}
