/// <reference lib="dom" />
import type { Base } from './shapes.js';

/**
 * Puts 'SVG', 'PNG' and 'CSV' beside every picture and 'CSV' beside every table. A picture is either a drawing (its colours
 * are then written into a copy, since they stand in the stylesheet) or a coloured table, which is drawn here. Runs in the
 * browser: it is shipped as its own source, so it must not name anything outside itself but types.
 */
export function download(): void {
  const { make } = (globalThis as unknown as { lexatlas: { base: Base } }).lexatlas.base;
  const SVG = 'http://www.w3.org/2000/svg';
  const SHARPNESS = 2;
  const PAINT = [
    'fill',
    'stroke',
    'stroke-width',
    'stroke-dasharray',
    'opacity',
    'font-size',
    'font-weight',
    'font-family',
    'text-anchor',
    'display',
  ];

  const save = (name: string, address: string): void => {
    const a = document.createElement('a');
    a.href = address;
    a.download = name;
    document.body.append(a);
    a.click();
    a.remove();
  };
  const saveText = (name: string, kind: string, text: string): void => {
    const address = URL.createObjectURL(new Blob([text], { type: `${kind};charset=utf-8` }));
    save(name, address);
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };

  /** Spreadsheets run what begins so; an apostrophe marks it as text. */
  const field = (text: string): string => {
    const plain = /^\s*[=+\-@＝＋－＠\t\r]/u.test(text) && !/^-?[\d.]+$/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  };
  const words = (cell: Element): string => {
    if (cell instanceof HTMLElement && cell.dataset.csv !== undefined) return cell.dataset.csv;
    const list = [...cell.querySelectorAll('li')];
    const text = list.length > 0 ? list.map((li) => li.textContent?.trim() ?? '').join('; ') : (cell.textContent ?? '');
    return text.replace(/\s+/g, ' ').trim();
  };
  const csv = (table: HTMLTableElement): string =>
    [...table.rows]
      .filter((row) => !row.hidden)
      .map((row) => `${[...row.cells].map((c) => field(words(c))).join(',')}\n`)
      .join('');

  const painted = (svg: SVGSVGElement): SVGSVGElement => {
    const copy = svg.cloneNode(true) as SVGSVGElement;
    const from = [svg, ...svg.querySelectorAll('*')];
    [copy, ...copy.querySelectorAll('*')].forEach((node, i) => {
      const source = from[i];
      if (source === undefined) return;
      const style = getComputedStyle(source);
      for (const name of PAINT) {
        const value = style.getPropertyValue(name);
        // Attributes, not styles: the page's policy refuses inline styles, in a copy too.
        if (value !== '' && value !== 'auto') node.setAttribute(name, value);
      }
      node.removeAttribute('class');
    });
    const box = svg.viewBox.baseVal;
    copy.setAttribute('xmlns', SVG);
    copy.setAttribute('width', String(box.width));
    copy.setAttribute('height', String(box.height));
    const back = document.createElementNS(SVG, 'rect');
    for (const [name, value] of Object.entries({ x: box.x, y: box.y, width: box.width, height: box.height }))
      back.setAttribute(name, String(value));
    back.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
    copy.prepend(back);
    return copy;
  };
  /** A coloured table as a drawing: a rectangle and the words of each cell. */
  const drawn = (table: HTMLTableElement): SVGSVGElement => {
    const frame = table.getBoundingClientRect();
    const svg = document.createElementNS(SVG, 'svg');
    const put = (tag: string, attributes: Record<string, string>, text = ''): void => {
      const node = document.createElementNS(SVG, tag);
      for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
      node.textContent = text;
      svg.append(node);
    };
    svg.setAttribute('viewBox', `0 0 ${Math.ceil(frame.width)} ${Math.ceil(frame.height)}`);
    for (const cell of table.querySelectorAll('th,td')) {
      const at = cell.getBoundingClientRect();
      const style = getComputedStyle(cell);
      const [x, y] = [at.x - frame.x, at.y - frame.y];
      const isEmpty = style.backgroundColor === 'rgba(0, 0, 0, 0)';
      const fill = isEmpty ? 'none' : style.backgroundColor;
      put('rect', { x: `${x}`, y: `${y}`, width: `${at.width}`, height: `${at.height}`, fill, stroke: '#8886' });
      const text = (cell.querySelector('.v')?.textContent ?? words(cell)).slice(0, 24);
      const font = { 'font-size': '11', 'font-weight': style.fontWeight, 'font-family': 'system-ui, sans-serif' };
      put(
        'text',
        {
          x: `${x + at.width / 2}`,
          y: `${y + at.height / 2 + 4}`,
          fill: style.color,
          'text-anchor': 'middle',
          ...font,
        },
        text,
      );
    }
    return svg;
  };
  const source = (svg: SVGSVGElement): string => `<?xml version="1.0"?>\n${new XMLSerializer().serializeToString(svg)}`;
  const savePng = (name: string, svg: SVGSVGElement): void => {
    const picture = new Image();
    picture.addEventListener('load', () => {
      const canvas = document.createElement('canvas');
      canvas.width = svg.viewBox.baseVal.width * SHARPNESS;
      canvas.height = svg.viewBox.baseVal.height * SHARPNESS;
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      save(name, canvas.toDataURL('image/png'));
    });
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source(svg))}`;
  };

  // A table that stands in no box of its own is one by itself, under the name it is called to those who hear it.
  for (const box of document.querySelectorAll<HTMLElement>('.scroll'))
    if (box.querySelector('table') !== null && box.closest('[data-picture],[data-table]') === null)
      box.dataset.table = (box.getAttribute('aria-label') ?? 'table').toLowerCase().replace(/[^a-z0-9]+/g, '-');
  for (const box of document.querySelectorAll<HTMLElement>('[data-picture],[data-table]')) {
    const name = box.dataset.picture ?? box.dataset.table ?? 'data';
    const tools = make('p', 'tools');
    const button = (label: string, run: () => void): void => {
      const node = make('button', 'small', label) as HTMLButtonElement;
      node.type = 'button';
      node.setAttribute('aria-label', `Download ${name.replaceAll('-', ' ')} as ${label}`);
      node.addEventListener('click', run);
      tools.append(node);
    };
    const table = (): HTMLTableElement | null => box.querySelector('table.data') ?? box.querySelector('table');
    const picture = (): SVGSVGElement | null => {
      const svg = box.querySelector<SVGSVGElement>('svg.picture');
      const heat = table();
      return svg !== null ? painted(svg) : heat === null ? null : painted(drawn(heat));
    };
    if (box.dataset.picture !== undefined) {
      button('SVG', () => {
        const svg = picture();
        if (svg !== null) saveText(`${name}.svg`, 'image/svg+xml', source(svg));
      });
      button('PNG', () => {
        const svg = picture();
        if (svg !== null) savePng(`${name}.png`, svg);
      });
    }
    button('CSV', () => {
      const data = table();
      if (data !== null) saveText(`${name}.csv`, 'text/csv', csv(data));
    });
    box.after(tools);
  }
}
