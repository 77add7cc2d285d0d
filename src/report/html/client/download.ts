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

  /** A copy of the drawing with its colours as attributes: the page's policy refuses inline styles, in a copy too. */
  const inked = (svg: SVGSVGElement): SVGSVGElement => {
    const copy = svg.cloneNode(true) as SVGSVGElement;
    const from = [svg, ...svg.querySelectorAll('*')];
    [copy, ...copy.querySelectorAll('*')].forEach((node, i) => {
      const source = from[i];
      if (source === undefined) return;
      const style = getComputedStyle(source);
      for (const name of PAINT) {
        const value = style.getPropertyValue(name);
        if (value !== '' && value !== 'auto') node.setAttribute(name, value);
      }
      node.removeAttribute('class');
    });
    return copy;
  };
  const place = (node: Element, at: Readonly<Record<string, number>>): void => {
    for (const [name, value] of Object.entries(at)) node.setAttribute(name, String(Math.round(value * 10) / 10));
  };
  /** The drawing as a file of its own: its size, and paper behind it. */
  const framed = (svg: SVGSVGElement): SVGSVGElement => {
    const { x, y, width, height } = svg.viewBox.baseVal;
    svg.setAttribute('xmlns', SVG);
    place(svg, { width, height });
    const back = document.createElementNS(SVG, 'rect');
    place(back, { x, y, width, height });
    back.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
    svg.prepend(back);
    return svg;
  };
  /** A coloured table as a drawing: a rectangle, the words and the small drawing of each cell. */
  const drawn = (table: HTMLTableElement): SVGSVGElement => {
    const frame = table.getBoundingClientRect();
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', `0 0 ${Math.ceil(frame.width)} ${Math.ceil(frame.height)}`);
    for (const cell of table.querySelectorAll('th,td')) {
      const at = cell.getBoundingClientRect();
      const style = getComputedStyle(cell);
      const [x, y] = [at.x - frame.x, at.y - frame.y];
      const rect = document.createElementNS(SVG, 'rect');
      place(rect, { x, y, width: at.width, height: at.height });
      rect.setAttribute('fill', style.backgroundColor === 'rgba(0, 0, 0, 0)' ? 'none' : style.backgroundColor);
      rect.setAttribute('stroke', '#8886');
      const meter = cell.querySelector<SVGSVGElement>('svg.meter');
      const text = document.createElementNS(SVG, 'text');
      place(text, { x: x + at.width / 2, y: y + at.height / 2 + (meter === null ? 4 : -1) });
      const isFigure = cell.tagName === 'TD';
      text.textContent = ((isFigure ? cell.querySelector('a')?.textContent : null) ?? words(cell)).slice(0, 24);
      const font = { 'font-size': '11', 'font-weight': style.fontWeight, 'font-family': 'system-ui, sans-serif' };
      for (const [name, value] of Object.entries({ ...font, fill: style.color, 'text-anchor': 'middle' }))
        text.setAttribute(name, value);
      svg.append(rect, text);
      if (meter === null) continue;
      const box = meter.getBoundingClientRect();
      const copy = inked(meter);
      place(copy, { x: box.x - frame.x, y: box.y - frame.y, width: box.width, height: box.height });
      svg.append(copy);
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
      return svg !== null ? framed(inked(svg)) : heat === null ? null : framed(drawn(heat));
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
