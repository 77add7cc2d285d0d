import { TIKZ_COLOURS, tikzOf } from '../scene/tikz.js';
import { type Block, columnShares, isRightToLeft, type Paper, type Run } from './document.js';

const PREAMBLE = `% Compile with xelatex or lualatex: laws are quoted in their own scripts.
\\documentclass[11pt,a4paper]{article}
\\usepackage{fontspec}
\\usepackage[margin=25mm]{geometry}
\\usepackage{xcolor,tikz,longtable,booktabs,array,hyperref}
\\usetikzlibrary{svg.path}
% A font that holds the scripts of the laws quoted; choose another where this one is missing.
\\IfFontExistsTF{Noto Serif}{\\setmainfont{Noto Serif}}{}
${TIKZ_COLOURS}
\\newcommand{\\pinpoint}[2]{\\par\\medskip\\noindent\\textbf{#1} {\\small(#2)}\\par\\nobreak}
\\setlength{\\emergencystretch}{3em}
`;

/** Returns the paper as one LaTeX file with its figures drawn in TikZ. No word of a law is taken as a command. */
export function latexOf(paper: Paper): string {
  return `${PREAMBLE}\\title{${tex(paper.title)}}
\\author{${tex(paper.subtitle)}}
\\date{}
\\begin{document}
\\maketitle
${paper.blocks.map(block).join('\n\n')}
\\end{document}
`;
}

function block(b: Block): string {
  switch (b.kind) {
    case 'heading':
      return `\\${['section', 'subsection', 'subsubsection'][b.level - 1] ?? 'section'}{${tex(b.text)}}`;
    case 'paragraph':
      return runs(b.runs);
    case 'box':
      return `\\noindent\\fbox{\\parbox{\\dimexpr\\linewidth-2\\fboxsep-2\\fboxrule}{\\textbf{${tex(b.title)}} ${tex(b.text)}}}`;
    case 'list':
      return `\\begin{itemize}\n${b.items.map((item) => `\\item ${runs(item)}`).join('\n')}\n\\end{itemize}`;
    case 'table':
      return table(b.caption, b.columns, b.rows);
    case 'figure':
      return `\\begin{figure}[htbp]\n\\centering\n${tikzOf(b.scene, tex)}\n\\caption{${tex(b.caption)}}\n\\end{figure}`;
    case 'quote': {
      const words = isRightToLeft(b.language)
        ? `\\bgroup\\TeXXeTstate=1\\beginR ${tex(b.text)}\\endR\\egroup`
        : tex(b.text);
      return `\\pinpoint{${tex(b.cite)}}{${tex(b.about)}}\n\\begin{quote}${words}\\end{quote}`;
    }
  }
}

function runs(list: readonly Run[]): string {
  const commands = { bold: 'textbf', italic: 'emph' } as const;
  return list.map((r) => (r.dress === undefined ? tex(r.text) : `\\${commands[r.dress]}{${tex(r.text)}}`)).join('');
}

function table(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  // The gaps between columns take the rest of the line.
  const room = 1 - 0.014 * columns.length;
  const layout = columnShares({ columns, rows })
    .map((share) => `>{\\raggedright\\arraybackslash}p{${(share * room).toFixed(3)}\\linewidth}`)
    .join('');
  const row = (cells: readonly string[]): string => `${cells.map(tex).join(' & ')} \\\\`;
  const head = `\\toprule ${columns.map((c) => `\\textbf{${tex(c)}}`).join(' & ')} \\\\ \\midrule`;
  return `{\\footnotesize\\setlength{\\tabcolsep}{3pt}\n\\begin{longtable}{${layout}}\n\\caption{${tex(caption)}}\\\\\n${head}\\endfirsthead\n${head}\\endhead\n\\bottomrule\\endfoot\n${rows.map(row).join('\n')}\n\\end{longtable}}`;
}

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** Words as TeX prints them and never obeys them. */
function tex(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e]+/gu, ' ')
    .replace(/[\\^~]|[{}$&#%_]/g, (c) => COMMANDS[c] ?? `\\${c}`)
    .replace(/\s+/g, ' ');
}
