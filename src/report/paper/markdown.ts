import { svgOf } from '../scene/svg.js';
import type { Block, Paper, Run } from './document.js';

/** Returns the paper as Markdown (`report.md`) with its figures as SVG beside it. Law text never becomes markup. */
export function markdownOf(paper: Paper): { path: string; content: string }[] {
  const text = [`# ${escaped(paper.title)}`, `*${escaped(paper.subtitle)}*`, ...paper.blocks.map(block)].join('\n\n');
  const figures = paper.blocks.flatMap((b) =>
    b.kind === 'figure' ? [{ path: `figures/${b.name}.svg`, content: `${svgOf(b.scene)}\n` }] : [],
  );
  return [{ path: 'report.md', content: `${text}\n` }, ...figures];
}

function block(b: Block): string {
  switch (b.kind) {
    case 'heading':
      return `${'#'.repeat(b.level + 1)} ${escaped(b.text)}`;
    case 'paragraph':
      return runs(b.runs);
    case 'box':
      return `> **${escaped(b.title)}** ${escaped(b.text)}`;
    case 'list':
      return b.items.map((item) => `- ${runs(item)}`).join('\n');
    case 'table':
      return `### ${escaped(b.caption)}\n\n${table(b.columns, b.rows)}`;
    case 'figure':
      return `![${escaped(b.caption)}](figures/${b.name}.svg)\n\n*${escaped(b.caption)}*`;
    case 'quote':
      return `**${escaped(b.cite)}** (${escaped(b.about)})\n\n> ${escaped(b.text)}`;
  }
}

function runs(list: readonly Run[]): string {
  const marks = { bold: '**', italic: '*' } as const;
  return list
    .map((r) => (r.dress === undefined ? escaped(r.text) : `${marks[r.dress]}${escaped(r.text)}${marks[r.dress]}`))
    .join('');
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  return [row(columns), `|${columns.map(() => '---').join('|')}|`, ...rows.map(row)].join('\n');
}

/** Law text must not become markup: HTML and Markdown characters are escaped, lines joined. */
function escaped(text: string): string {
  return text
    .replace(/[\u202a-\u202e]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_[\]|#]/g, '\\$&');
}
