/// <reference lib="dom" />
import type { Base, DivergenceData, MeterPaths } from '../shapes.js';

/**
 * Redraws the heat map for the chosen scope and keeps the choice in the address. Only cells in sight are drawn: a hundred sides make ten
 * thousand of them, and a reader waits for those that he sees. Arrow keys walk from cell to cell. Runs in the browser: it is shipped as its
 * own source (`Function.toString`), so it must not name anything outside itself but types.
 */
export function heatmap(): void {
  interface HeatMap {
    readonly table: HTMLTableElement;
    readonly box: Element;
    readonly rows: readonly HTMLTableRowElement[];
    readonly heads: readonly HTMLTableCellElement[];
    /** The edges of rows and columns from the table's corner, in pixels; empty until measured. */
    tops: readonly number[];
    lefts: readonly number[];
    /** The turn in which each cell was drawn last. */
    readonly drawn: Int32Array;
  }
  const store = (globalThis as unknown as { lexatlas: { base: Base; divergence: DivergenceData; meter: MeterPaths } })
    .lexatlas;
  const { base, divergence: data, meter } = store;
  /** Pixels around what is in sight that are drawn too, so that the next cell is there when the keyboard reaches it. */
  const MARGIN = 200;
  const SVG = 'http://www.w3.org/2000/svg';
  const select = document.querySelector<HTMLSelectElement>('#scope');
  const told = document.querySelector('#told');
  const day = document.querySelector<HTMLSelectElement>('#day');
  const past = document.querySelector<HTMLElement>('#past');
  if (select === null) return;
  let pairs = data.pairs;
  let turn = 0;
  const two = (n: number | null | undefined): string => (n === null || n === undefined ? 'n/c' : n.toFixed(2));
  const maps = [...document.querySelectorAll<HTMLTableElement>('table.heat')].map((table): HeatMap => {
    const rows = [...(table.tBodies[0]?.rows ?? [])];
    const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th[data-side]')];
    const drawn = new Int32Array(rows.length * heads.length);
    return { table, box: table.closest('.scroll') ?? table, rows, heads, tops: [], lefts: [], drawn };
  });

  const keyOf = (a: string, b: string): string | null => {
    if (data.pairs[`${a}|${b}`] !== undefined) return `${a}|${b}`;
    return data.pairs[`${b}|${a}`] === undefined ? null : `${b}|${a}`;
  };
  const drawingIn = (link: Element): SVGSVGElement => {
    const there = link.querySelector('svg');
    if (there !== null) return there;
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('class', 'meter');
    svg.setAttribute('viewBox', '0 0 40 8');
    svg.setAttribute('aria-hidden', 'true');
    for (const name of ['ms', 'mp']) {
      const path = document.createElementNS(SVG, 'path');
      path.setAttribute('class', name);
      svg.append(path);
    }
    link.append(svg);
    return svg;
  };
  const drawCell = (map: HeatMap, r: number, c: number): void => {
    const at = r * map.heads.length + c;
    if (map.drawn[at] === turn) return;
    map.drawn[at] = turn;
    const cell = map.rows[r]?.cells[c + 1];
    const mine = map.rows[r]?.cells[0]?.dataset.side ?? '';
    const key = keyOf(mine, map.heads[c]?.dataset.side ?? '');
    if (cell === undefined || key === null) return;
    const [left = '', right = ''] = key.split('|');
    const scope = select.value;
    const [total = null, low = null, high = null, coverage = 0] = pairs[key]?.[scope] ?? [];
    cell.className = total === null ? 'hx' : `h${Math.min(9, Math.floor(total * 10))}`;
    let link = cell.querySelector('a');
    if (link === null) {
      link = document.createElement('a');
      link.append('');
      cell.replaceChildren(link);
      cell.dataset.pair = key;
    }
    if (link.firstChild !== null) link.firstChild.nodeValue = two(total);
    const said = total === null ? 'not comparable' : `${two(total)}, interval ${two(low)}–${two(high)}`;
    link.setAttribute('aria-label', `${left} and ${right}: ${said}, coverage ${Math.round((coverage ?? 0) * 100)} %`);
    const ofDay = day?.value ? `&day=${day.value}` : '';
    link.href = `compare.html#left=${encodeURIComponent(left)}&right=${encodeURIComponent(right)}&scope=${encodeURIComponent(scope)}${ofDay}`;
    const [soft, mark] = meter(total, low, high, coverage);
    const [first, second] = drawingIn(link).children;
    first?.setAttribute('d', soft);
    second?.setAttribute('d', mark);
  };

  /** First and last place whose stretch between edges touches what is in sight. */
  const within = (edges: readonly number[], from: number, to: number): readonly [number, number] => {
    let first = 0;
    while (first + 2 < edges.length && (edges[first + 1] ?? 0) < from) first += 1;
    let last = first;
    while (last + 2 < edges.length && (edges[last + 1] ?? 0) < to) last += 1;
    return [first, last];
  };
  const measure = (map: HeatMap): void => {
    const corner = map.table.getBoundingClientRect();
    const boxes = (list: readonly Element[]): DOMRect[] => list.map((x) => x.getBoundingClientRect());
    const [rows, heads] = [boxes(map.rows), boxes(map.heads)];
    map.tops = [...rows.map((x) => x.top), rows.at(-1)?.bottom ?? 0].map((y) => y - corner.top);
    map.lefts = [...heads.map((x) => x.left), heads.at(-1)?.right ?? 0].map((x) => x - corner.left);
  };
  const drawSight = (): void => {
    for (const map of maps) {
      if (map.tops.length === 0) measure(map);
      const [table, box] = [map.table.getBoundingClientRect(), map.box.getBoundingClientRect()];
      const [top, bottom] = [Math.max(box.top, 0) - MARGIN, Math.min(box.bottom, innerHeight) + MARGIN];
      if (bottom < top) continue;
      const [left, right] = [Math.max(box.left, 0) - MARGIN, Math.min(box.right, innerWidth) + MARGIN];
      const [r0, r1] = within(map.tops, top - table.top, bottom - table.top);
      const [c0, c1] = within(map.lefts, left - table.left, right - table.left);
      for (let r = r0; r <= r1; r += 1) for (let c = c0; c <= c1; c += 1) drawCell(map, r, c);
    }
  };
  const draw = (): void => {
    turn += 1;
    drawSight();
    const comparable = Object.values(pairs).filter((own) => (own[select.value]?.[0] ?? null) !== null).length;
    if (told !== null)
      told.textContent = `${select.selectedOptions[0]?.textContent ?? select.value}: ${comparable} pairs can be compared${day?.value ? ` by the law of ${day.value}` : ''}.`;
  };
  /** What is downloaded or printed is the whole map. */
  const drawAll = (): void => {
    for (const map of maps) for (const r of map.rows.keys()) for (const c of map.heads.keys()) drawCell(map, r, c);
  };
  document.addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Element && event.target.closest('.tools') !== null) drawAll();
    },
    true,
  );
  globalThis.addEventListener('beforeprint', drawAll);

  let isAsked = false;
  const inNextFrame = (): void => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      drawSight();
    });
  };
  for (const map of maps) map.box.addEventListener('scroll', inNextFrame, { passive: true });
  globalThis.addEventListener('scroll', inNextFrame, { passive: true });
  globalThis.addEventListener('resize', () => {
    for (const map of maps) map.tops = [];
    inNextFrame();
  });

  const STEPS: Record<string, readonly [number, number]> = {
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
  };
  /** The next cell that leads somewhere in the direction of the key. */
  const walk = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const cell = event.target instanceof Element ? event.target.closest('td') : null;
    const map = maps.find((m) => cell !== null && m.table.contains(cell));
    if (step === undefined || cell === null || map === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    let r = map.rows.indexOf(cell.parentElement as HTMLTableRowElement);
    let c = cell.cellIndex - 1;
    do {
      r += step[0];
      c += step[1];
      if (map.rows[r] === undefined || map.heads[c] === undefined) return;
      drawCell(map, r, c);
    } while (map.rows[r]?.cells[c + 1]?.querySelector('a') == null);
    map.rows[r]?.cells[c + 1]?.querySelector('a')?.focus();
  };
  document.addEventListener('keydown', walk);

  /** The figures of the chosen day come from a file of their own, asked for when first chosen. */
  const choose = (): void => {
    const wanted = day?.value ?? '';
    if (past !== null) past.hidden = wanted === '';
    if (wanted === '') {
      pairs = data.pairs;
      draw();
      return;
    }
    const file = `data/divergence-${wanted}.js`;
    base.load<DivergenceData['pairs']>(file, file, (found) => {
      if (day?.value !== wanted) return;
      pairs = found ?? {};
      draw();
    });
  };
  const fromAddress = (): void => {
    const wanted = base.remembered();
    const scope = wanted.get('scope');
    if (scope !== null && data.scopes.some(([id]) => id === scope)) select.value = scope;
    if (day !== null) day.value = wanted.get('day') ?? '';
    choose();
  };
  for (const control of [select, day])
    control?.addEventListener('change', () => {
      base.remember({ scope: select.value, day: day?.value ?? '' });
      choose();
    });
  globalThis.addEventListener('hashchange', fromAddress);
  fromAddress();
}
