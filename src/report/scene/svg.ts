import { escapeHtml } from '../html/escape.js';
import { COLOURS, type Mark, type Scene, TYPE_SIZE } from './scene.js';

/**
 * Returns the scene as SVG. On a page the stylesheet paints by class (`i-ink`…), so that dark mode works; alone, the
 * attributes do. All words are escaped, addresses are the report's own.
 * @param root what leads from the page to the report's root; null for a file that stands alone, which has no links.
 */
export function svgOf(scene: Scene, root: string | null = null): string {
  const { width, height, label, marks } = scene;
  const isAlone = root === null;
  const size = isAlone ? ` width="${width}" height="${height}"` : '';
  const space = isAlone ? ' xmlns="http://www.w3.org/2000/svg"' : '';
  const family = isAlone ? ' font-family="system-ui, \'Noto Sans\', sans-serif"' : '';
  const back = isAlone ? `<rect width="${width}" height="${height}" fill="${COLOURS.paper}"/>` : '';
  const hasLinks = !isAlone && marks.some((m) => m.href !== undefined);
  const role = hasLinks ? 'group' : 'img';
  return `<svg${space} class="picture" viewBox="0 0 ${width} ${height}"${size} role="${role}" aria-label="${escapeHtml(label)}" font-size="${TYPE_SIZE}"${family}>${back}${marks.map((m) => mark(m, root)).join(isAlone ? '\n' : '')}</svg>`;
}

function mark(m: Mark, root: string | null): string {
  const inside = `<${shape(m, root === null)}${data(m)}`;
  const title = m.title === undefined ? '' : `<title>${escapeHtml(m.title)}</title>`;
  const words = m.kind === 'text' ? escapeHtml(m.text) : '';
  const drawn = `${inside}>${title}${words}</${m.kind}>`.replace('></rect>', '/>').replace('></line>', '/>');
  if (m.href === undefined || root === null) return drawn;
  return `<a href="${escapeHtml(root + m.href)}"${m.title === undefined ? '' : ` aria-label="${escapeHtml(m.title)}"`}>${drawn}</a>`;
}

function shape(m: Mark, isAlone: boolean): string {
  const paint = painted(m, isAlone);
  switch (m.kind) {
    case 'rect':
      return `rect x="${n(m.x)}" y="${n(m.y)}" width="${n(m.width)}" height="${n(m.height)}"${paint}`;
    case 'line':
      return `line x1="${n(m.x1)}" y1="${n(m.y1)}" x2="${n(m.x2)}" y2="${n(m.y2)}"${m.isDashed === true ? ' stroke-dasharray="3 3"' : ''}${paint}`;
    case 'circle':
      return `circle cx="${n(m.x)}" cy="${n(m.y)}" r="${n(m.radius)}"${paint}`;
    case 'path':
      return `path d="${m.d}"${paint}`;
    case 'text': {
      const size = m.size === undefined ? '' : ` font-size="${n(m.size)}"`;
      const turn = m.turn === undefined ? '' : ` transform="rotate(${n(m.turn)} ${n(m.x)} ${n(m.y)})"`;
      const anchor = m.anchor === undefined ? '' : ` text-anchor="${m.anchor}"`;
      return `text x="${n(m.x)}" y="${n(m.y)}"${size}${anchor}${m.isBold === true ? ' font-weight="600"' : ''}${turn}${paint}`;
    }
  }
}

function painted(m: Mark, isAlone: boolean): string {
  const fill = m.kind === 'text' ? (m.fill ?? 'ink') : m.fill;
  const { stroke, strokeWidth, opacity } = m;
  const classes = [fill === undefined ? 'f-none' : `f-${fill}`, ...(stroke === undefined ? [] : [`s-${stroke}`])].join(
    ' ',
  );
  const colours = isAlone
    ? ` fill="${fill === undefined ? 'none' : COLOURS[fill]}"${stroke === undefined ? '' : ` stroke="${COLOURS[stroke]}"`}`
    : ` class="${classes}"`;
  const width = strokeWidth === undefined ? '' : ` stroke-width="${n(strokeWidth)}"`;
  return `${colours}${width}${opacity === undefined ? '' : ` opacity="${n(opacity)}"`}`;
}

function data(m: Mark): string {
  return Object.entries(m.data ?? {})
    .map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`)
    .join('');
}

/** Two decimals are finer than any screen or press. */
const n = (value: number): string => String(Math.round(value * 100) / 100);
