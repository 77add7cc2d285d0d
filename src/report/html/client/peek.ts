/// <reference lib="dom" />
import type { Base, TextData } from './shapes.js';

/**
 * Shows a provision's words beside a link to them, when the pointer rests on it or the keyboard reaches it: one need not leave a table to read
 * what a cell says. Escape closes it, the pointer may enter it (WCAG 1.4.13). Runs in the browser: it is shipped as its own source, so it must
 * not name anything outside itself but types. Law text goes in as text, never as HTML.
 */
export function peek(): void {
  const { base } = (globalThis as unknown as { lexatlas: { base: Base } }).lexatlas;
  const LONGEST = 420;
  const REST = 250;
  const WIDTH = 420;
  const box = base.make('div', 'peek');
  box.id = 'peek';
  box.setAttribute('role', 'tooltip');
  box.hidden = true;
  document.body.append(box);
  let shown: HTMLAnchorElement | null = null;
  let timer = 0;

  /** Page and eId of a link to a provision's words; null for any other link. */
  const target = (link: HTMLAnchorElement): readonly [file: string, eId: string] | null => {
    const [page, hash] = (link.getAttribute('href') ?? '').split('#');
    const name = /instruments\/([^/]+)\.html$/.exec(page ?? '')?.[1];
    return name === undefined || hash === undefined || hash === ''
      ? null
      : [`data/texts/${name}.js`, decodeURIComponent(hash)];
  };
  /** Words are kept by article: those of the innermost kept unit that holds the provision. */
  const wordsOf = (texts: TextData, eId: string): string => {
    let at = eId;
    while (texts[at] === undefined && at.includes('__')) at = at.slice(0, at.lastIndexOf('__'));
    return texts[at] ?? '';
  };
  const close = (): void => {
    clearTimeout(timer);
    shown?.removeAttribute('aria-describedby');
    shown = null;
    box.hidden = true;
  };
  const open = (link: HTMLAnchorElement): void => {
    const found = target(link);
    if (found === null || found[0] === `data/texts/${location.pathname.split('/').pop()?.replace(/html$/, 'js')}`)
      return;
    const [file, eId] = found;
    base.load<TextData>(file, file, (texts) => {
      const words = texts === null ? '' : wordsOf(texts, eId);
      if (words === '' || shown !== link) return;
      const text = base.make('p', '', words.length > LONGEST ? `${words.slice(0, LONGEST)} […]` : words);
      text.dir = 'auto';
      box.replaceChildren(base.make('strong', '', link.textContent ?? ''), text);
      box.hidden = false;
      link.setAttribute('aria-describedby', 'peek');
      const at = link.getBoundingClientRect();
      const left = Math.max(8, Math.min(at.left, innerWidth - WIDTH - 24));
      const below = at.bottom + box.offsetHeight + 8 < innerHeight || at.top < box.offsetHeight + 8;
      box.style.left = `${left + scrollX}px`;
      box.style.top = `${(below ? at.bottom + 4 : at.top - box.offsetHeight - 4) + scrollY}px`;
    });
  };
  const linkOf = (event: Event): HTMLAnchorElement | null =>
    event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('main a[href*="instruments/"]') : null;
  const begin = (event: Event): void => {
    const link = linkOf(event);
    if (link === null || link === shown) return;
    close();
    shown = link;
    timer = setTimeout(() => open(link), REST) as unknown as number;
  };
  const end = (): void => {
    clearTimeout(timer);
    // Time enough to move the pointer from the link into the box.
    timer = setTimeout(() => {
      if (!box.matches(':hover') && shown?.matches(':hover, :focus') !== true) close();
    }, REST) as unknown as number;
  };
  document.addEventListener('pointerover', begin);
  document.addEventListener('focusin', begin);
  document.addEventListener('pointerout', (event) => {
    if (linkOf(event) !== null) end();
  });
  document.addEventListener('focusout', end);
  box.addEventListener('pointerleave', end);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
}
