/// <reference lib="dom" />
import type { DivergenceData } from './shapes.js';

/**
 * Redraws the heat map for the chosen scope and keeps the choice in the address. Runs in the browser: it is shipped as its
 * own source (`Function.toString`), so it must not name anything outside itself but types.
 */
export function heatmap(): void {
  const data = (globalThis as unknown as { lexatlas: { divergence: DivergenceData } }).lexatlas.divergence;
  const select = document.querySelector<HTMLSelectElement>('#scope');
  const told = document.querySelector('#told');
  if (select === null) return;
  const two = (n: number | null | undefined): string => (n === null || n === undefined ? 'n/c' : n.toFixed(2));
  const attribute = (node: Element | null, name: string, value: number): void =>
    node?.setAttribute(name, value.toFixed(1));

  const draw = (): void => {
    const scope = select.value;
    let comparable = 0;
    for (const cell of document.querySelectorAll<HTMLElement>('td[data-pair]')) {
      const pair = cell.dataset.pair ?? '';
      const [total = null, low = null, high = null, coverage = 0] = data.pairs[pair]?.[scope] ?? [];
      cell.className = total === null ? 'hx' : `h${Math.min(9, Math.floor(total * 10))}`;
      if (total !== null) comparable += 1;
      const link = cell.querySelector('a');
      const shown = cell.querySelector('.v');
      if (shown !== null) shown.textContent = two(total);
      const [left = '', right = ''] = pair.split('|');
      const share = Math.round((coverage ?? 0) * 100);
      const said = total === null ? 'not comparable' : `${two(total)}, interval ${two(low)}–${two(high)}`;
      link?.setAttribute('aria-label', `${left} and ${right}: ${said}, coverage ${share} %`);
      link?.setAttribute(
        'href',
        `compare.html#left=${encodeURIComponent(left)}&right=${encodeURIComponent(right)}&scope=${encodeURIComponent(scope)}`,
      );
      const meter = cell.querySelector('.meter');
      attribute(meter?.querySelector('.mi') ?? null, 'x', (low ?? 0) * 40);
      attribute(
        meter?.querySelector('.mi') ?? null,
        'width',
        low === null || high === null ? 0 : Math.max(0.02, high - low) * 40,
      );
      attribute(meter?.querySelector('.mp') ?? null, 'x', Math.min(0.97, total ?? 0) * 40);
      attribute(meter?.querySelector('.mp') ?? null, 'width', total === null ? 0 : 1.5);
      attribute(meter?.querySelector('.mc') ?? null, 'width', (coverage ?? 0) * 40);
    }
    if (told !== null)
      told.textContent = `${select.selectedOptions[0]?.textContent ?? scope}: ${comparable} cells can be compared.`;
  };
  const fromAddress = (): void => {
    const wanted = new URLSearchParams(location.hash.slice(1)).get('scope');
    if (wanted !== null && data.scopes.some(([id]) => id === wanted)) select.value = wanted;
    draw();
  };
  select.addEventListener('change', () => {
    history.replaceState(null, '', `#scope=${encodeURIComponent(select.value)}`);
    draw();
  });
  globalThis.addEventListener('hashchange', fromAddress);
  fromAddress();
}
