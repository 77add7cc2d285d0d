/// <reference lib="dom" />
import type { Base, WorldData } from './shapes.js';

/**
 * Paints the map and fills its table for the chosen code. Runs in the browser: it is shipped as its own source, so it must
 * not name anything outside itself but types.
 */
export function world(): void {
  const { base, world: data } = (globalThis as unknown as { lexatlas: { base: Base; world: WorldData } }).lexatlas;
  const select = document.querySelector<HTMLSelectElement>('#code');
  const told = document.querySelector('#told');
  if (select === null) return;
  const WORDS: Record<string, string> = { h: 'hard', s: 'soft', a: 'absent', n: 'not covered' };
  const places = Object.keys(data.stances);

  const draw = (): void => {
    const at = data.codes.findIndex(([id]) => id === select.value);
    const letterOf = (side: string): string => data.stances[side]?.[at] ?? 'n';
    for (const land of document.querySelectorAll<SVGElement>('svg.picture [data-side]')) {
      const side = land.dataset.side ?? '';
      const letter = letterOf(side);
      land.setAttribute('class', `land land-${letter}`);
      const title = land.querySelector('title');
      if (title !== null) {
        title.dataset.name ??= title.textContent ?? side;
        title.textContent = `${title.dataset.name}: ${WORDS[letter]}`;
      }
    }
    for (const row of document.querySelectorAll<HTMLElement>('#places [data-side]')) {
      const cell = row.querySelector('.answer');
      if (cell !== null) cell.textContent = WORDS[letterOf(row.dataset.side ?? '')] ?? '';
    }
    const count = (letter: string): number => places.filter((p) => letterOf(p) === letter).length;
    if (told !== null)
      told.textContent = `${data.codes[at]?.[1] ?? ''}: hard in ${count('h')}, soft in ${count('s')}, absent in ${count('a')}, not covered in ${count('n')} of ${places.length} jurisdictions.`;
  };
  const fromAddress = (): void => {
    const wanted = base.remembered().get('code');
    if (wanted !== null && data.codes.some(([id]) => id === wanted)) select.value = wanted;
    draw();
  };
  select.addEventListener('change', () => {
    base.remember({ code: select.value });
    draw();
  });
  for (const land of document.querySelectorAll<SVGElement>('svg.picture [data-side]'))
    land.addEventListener('click', () => {
      const side = land.dataset.side ?? '';
      const address = [...document.querySelectorAll<HTMLAnchorElement>('#places a')].find(
        (a) => a.textContent === side,
      );
      if (address !== undefined) location.href = `${address.href}#${select.value}`;
    });
  globalThis.addEventListener('hashchange', fromAddress);
  fromAddress();
}
