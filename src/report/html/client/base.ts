/// <reference lib="dom" />
import type { Base, EditionData } from './shapes.js';

/**
 * What every page needs: loading data files, the address as memory of the page's state, and 'cite this'. Runs in the
 * browser: it is shipped as its own source, so it must not name anything outside itself but types.
 */
export function base(): void {
  const shared = globalThis as unknown as { lexatlas?: Record<string, unknown> };
  shared.lexatlas ??= {};
  const store = shared.lexatlas;
  const root = document.documentElement.dataset.root ?? '';

  const make: Base['make'] = (tag, className, ...inside) => {
    const node = document.createElement(tag);
    if (className !== '') node.className = className;
    node.append(...inside);
    return node;
  };
  const link: Base['link'] = (href, text) => {
    const a = document.createElement('a');
    a.href = href;
    a.textContent = text;
    return a;
  };
  const asked = new Map<string, HTMLScriptElement>();
  const load = <T>(name: string, file: string, then: (data: T | null) => void): void => {
    if (store[name] !== undefined) {
      then(store[name] as T);
      return;
    }
    let script = asked.get(name);
    if (script === undefined) {
      script = document.createElement('script');
      script.src = root + file;
      asked.set(name, script);
      document.head.append(script);
    }
    script.addEventListener('load', () => then((store[name] as T | undefined) ?? null));
    script.addEventListener('error', () => then(null));
  };
  const remembered = (): URLSearchParams => new URLSearchParams(location.hash.slice(1));
  const remember: Base['remember'] = (state) => {
    const kept = new URLSearchParams(Object.entries(state).filter(([, value]) => value !== ''));
    history.replaceState(null, '', `#${kept}`);
    cite();
  };

  /** Address and day are known only here, the edition stands in a file of its own; the rest of the citation was written with the page. */
  const cite = (): void => {
    const { corpus = 'unknown', instruments = 'an unknown number of' } = (store.edition ?? {}) as Partial<EditionData>;
    const today = new Date().toISOString().slice(0, 10);
    const [year, month, day] = today.split('-').map(Number);
    for (const node of document.querySelectorAll<HTMLElement>('[data-cite]')) {
      node.dataset.written ??= node.textContent ?? '';
      node.textContent = node.dataset.written
        .replaceAll('‹address›', location.href)
        .replaceAll('‹corpus›', corpus)
        .replaceAll('‹instruments›', String(instruments))
        .replaceAll('‹day›', today)
        .replaceAll('"‹parts›"', `[[${year},${month},${day}]]`);
    }
  };
  const copy = (text: string, button: HTMLElement): void => {
    const told = button.textContent;
    const say = (words: string): void => {
      button.textContent = words;
      setTimeout(() => {
        button.textContent = told;
      }, 1600);
    };
    if (navigator.clipboard === undefined) say('Select and copy it by hand');
    else
      navigator.clipboard.writeText(text).then(
        () => say('Copied'),
        () => say('Select and copy it by hand'),
      );
  };
  for (const box of document.querySelectorAll<HTMLElement>('.cite pre')) {
    const button = make('button', 'small', 'Copy') as HTMLButtonElement;
    button.type = 'button';
    button.setAttribute('aria-label', `Copy ${box.dataset.cite ?? 'the citation'}`);
    button.addEventListener('click', () => copy(box.textContent ?? '', button));
    box.before(button);
  }
  /** `#46(2)(c)` is an address of a law's page as `#art_46__para_2__point_c` is; the nearest unit around it where the page has none cited so. */
  const toPinpoint = (): void => {
    let wanted = location.hash.slice(1);
    try {
      wanted = decodeURIComponent(wanted);
    } catch {
      return;
    }
    if (document.querySelector('.law') === null || document.getElementById(wanted) !== null) return;
    const places = new Map(
      [...document.querySelectorAll<HTMLElement>('[data-pinpoint]')].map((p) => [p.dataset.pinpoint, p.id]),
    );
    for (let at = wanted, before = ''; at !== before; before = at, at = at.replace(/\([^()]*\)$/, '')) {
      const id = places.get(at);
      if (id === undefined) continue;
      location.replace(`#${encodeURIComponent(id)}`);
      return;
    }
  };
  /** A table wider than paper is printed across it, as small as it must be: paper cannot scroll. */
  const PAPER = { upright: 680, across: 1000, least: 0.35 };
  globalThis.addEventListener('beforeprint', () => {
    for (const table of document.querySelectorAll<HTMLElement>('.scroll > table')) {
      if (table.scrollWidth <= PAPER.upright) continue;
      document.body.classList.add('across');
      const zoom = Math.min(1, PAPER.across / table.scrollWidth);
      if (zoom < PAPER.least) table.parentElement?.classList.add('cut');
      table.style.setProperty('zoom', String(Math.max(zoom, PAPER.least)));
    }
  });
  globalThis.addEventListener('afterprint', () => {
    document.body.classList.remove('across');
    for (const table of document.querySelectorAll<HTMLElement>('.scroll > table')) {
      table.parentElement?.classList.remove('cut');
      table.style.removeProperty('zoom');
    }
  });
  globalThis.addEventListener('hashchange', cite);
  globalThis.addEventListener('hashchange', toPinpoint);
  toPinpoint();
  store.base = { load, make, link, remember, remembered } satisfies Base;
  cite();

  const themes = ['auto', 'light', 'dark'];
  const button = document.querySelector<HTMLButtonElement>('#theme');
  const dress = (theme: string): void => {
    document.documentElement.dataset.theme = theme;
    if (button !== null)
      button.textContent = theme === 'auto' ? 'Light or dark: as the system' : `Light or dark: ${theme}`;
  };
  const kept = (): string => {
    try {
      return localStorage.getItem('lexatlas-theme') ?? 'auto';
    } catch {
      return 'auto';
    }
  };
  button?.addEventListener('click', () => {
    const next =
      themes[(themes.indexOf(document.documentElement.dataset.theme ?? 'auto') + 1) % themes.length] ?? 'auto';
    try {
      localStorage.setItem('lexatlas-theme', next);
    } catch {
      // Some browsers keep nothing for pages from disk; the choice then lasts as long as the page.
    }
    dress(next);
  });
  dress(kept());
}
