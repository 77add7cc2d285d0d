/// <reference lib="dom" />
import type { Base } from '../shapes.js';

/**
 * Searches the words of the law on this page: units that hold all of them stay, in the text and in its tree, and the words are marked where
 * the browser can mark without touching the text. Runs in the browser: it is shipped as its own source, so it must not name anything outside
 * itself but types.
 */
export function find(): void {
  const { base } = (globalThis as unknown as { lexatlas: { base: Base } }).lexatlas;
  const box = document.querySelector<HTMLInputElement>('#find');
  const told = document.querySelector('#found');
  if (box === null || told === null) return;
  const NAME = 'found';
  /** A common letter would else be marked a hundred thousand times. */
  const MOST_MARKS = 2000;
  const units = [...document.querySelectorAll<HTMLElement>('#text > .unit')];
  const leaves = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>('.tree a')].map((a) => [
      decodeURIComponent(a.hash.slice(1)),
      a.parentElement,
    ]),
  );
  const others = [...document.querySelectorAll<HTMLElement>('.tree .un,.tree .div')];
  let folded: string[] | null = null;
  const fold = (text: string): string => text.normalize('NFC').toLowerCase();

  const marks = (unit: HTMLElement, words: readonly string[], ranges: Range[]): void => {
    const walker = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null && ranges.length < MOST_MARKS; node = walker.nextNode()) {
      const text = (node.nodeValue ?? '').toLowerCase();
      if (node.parentElement?.closest('.codes') != null || text.length !== node.nodeValue?.length) continue;
      for (const word of words)
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          ranges.push(range);
        }
    }
  };
  const draw = (): void => {
    const words = fold(box.value).split(/\s+/).filter(Boolean);
    folded ??= units.map((unit) => fold(unit.textContent ?? ''));
    const ranges: Range[] = [];
    let shown = 0;
    units.forEach((unit, i) => {
      const isIn = words.every((word) => folded?.[i]?.includes(word) === true);
      unit.hidden = !isIn;
      const leaf = leaves.get(unit.id);
      if (leaf != null) leaf.hidden = !isIn;
      if (!isIn) return;
      shown += 1;
      if (words.length > 0) marks(unit, words, ranges);
    });
    for (const other of others) other.hidden = words.length > 0;
    if ('highlights' in CSS) CSS.highlights.set(NAME, new Highlight(...ranges));
    told.textContent =
      words.length === 0
        ? ''
        : `${shown} of ${units.length} articles and sections hold ${words.length > 1 ? 'all of these words' : 'it'}.`;
  };
  const fromAddress = (): void => {
    const wanted = base.remembered().get('find');
    // The address of a provision must show it, whatever was looked for before.
    if (wanted === null && box.value === '') return;
    box.value = wanted ?? '';
    draw();
    if (wanted === null) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  };
  box.form?.addEventListener('submit', (event) => event.preventDefault());
  box.addEventListener('input', () => {
    base.remember({ find: box.value.trim() });
    draw();
  });
  globalThis.addEventListener('hashchange', fromAddress);
  fromAddress();
}
