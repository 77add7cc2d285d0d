import { COLOURS, type Ink, type Mark, type Scene, TYPE_SIZE } from './scene.js';

/** Widest drawing in points that fits a text block of ordinary paper. */
const WIDEST = 440;

/** Colour definitions that `tikzOf` relies on, for the preamble. */
export const TIKZ_COLOURS = Object.entries(COLOURS)
  .map(([ink, hex]) => `\\definecolor{${nameOf(ink as Ink)}}{HTML}{${hex.slice(1).toUpperCase()}}`)
  .join('\n');

/** Returns the scene as a TikZ picture, y pointing down as in the scene. Words go through `plain`. */
export function tikzOf({ width, marks }: Scene, plain: (text: string) => string): string {
  const scale = Math.min(1, WIDEST / width);
  const lines = marks.map((m) => draw(m, plain, scale));
  return `\\begin{tikzpicture}[x=${n(scale)}pt,y=-${n(scale)}pt]\n${lines.join('\n')}\n\\end{tikzpicture}`;
}

function draw(m: Mark, plain: (text: string) => string, scale: number): string {
  switch (m.kind) {
    case 'rect':
      return `\\path[${paint(m)}] (${n(m.x)},${n(m.y)}) rectangle (${n(m.x + m.width)},${n(m.y + m.height)});`;
    case 'line':
      return `\\path[${paint(m)}${m.isDashed === true ? ',dashed' : ''}] (${n(m.x1)},${n(m.y1)}) -- (${n(m.x2)},${n(m.y2)});`;
    case 'circle':
      return `\\path[${paint(m)}] (${n(m.x)},${n(m.y)}) circle[radius=${n(m.radius * scale)}pt];`;
    case 'path':
      return `\\path[${paint(m)}] svg[scale=${n(scale)},yscale=-1] {${m.d}};`;
    case 'text': {
      const anchor = { start: 'base west', middle: 'base', end: 'base east' }[m.anchor ?? 'start'];
      const turn = m.turn === undefined ? '' : `,rotate=${n(-m.turn)}`;
      const size = n((m.size ?? TYPE_SIZE) * scale);
      const words = m.isBold === true ? `\\textbf{${plain(m.text)}}` : plain(m.text);
      return `\\node[inner sep=0pt,anchor=${anchor}${turn},text=${nameOf(m.fill ?? 'ink')},font=\\fontsize{${size}}{${size}}\\selectfont\\sffamily] at (${n(m.x)},${n(m.y)}) {${words}};`;
    }
  }
}

function paint({ fill, stroke, strokeWidth, opacity }: Mark): string {
  return [
    ...(fill === undefined ? [] : [`fill=${nameOf(fill)}`]),
    ...(stroke === undefined ? [] : [`draw=${nameOf(stroke)}`, `line width=${n(strokeWidth ?? 1)}pt`]),
    ...(opacity === undefined ? [] : [`opacity=${n(opacity)}`]),
  ].join(',');
}

function nameOf(ink: Ink): string {
  return `lex${ink.replace('-', '')}`;
}

const n = (value: number): string => String(Math.round(value * 100) / 100);
