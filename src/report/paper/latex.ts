import { TIKZ_COLOURS, tikzOf } from '../scene/tikz.js';
import { type Block, columnShares, isRightToLeft, type Paper, type Run } from './document.js';

/** Scripts that the main font does not hold, each with the command that dresses it and the font that is looked for. */
const SCRIPTS: readonly (readonly [command: string, signs: string, font: string])[] = [
  [
    'cjk',
    '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\u2460-\\u24ff\\u3000-\\u30ff\\uff00-\\uffef',
    'Noto Serif CJK SC',
  ],
  ['thai', '\\p{Script=Thai}', 'Noto Sans Thai'],
  ['arab', '\\u0600-\\u06ff\\u0750-\\u077f\\ufb50-\\ufdff\\ufe70-\\ufeff', 'Noto Naskh Arabic'],
];
const RUNS = new RegExp(SCRIPTS.map(([, signs]) => `([${signs}]+(?:[ \\u200b]+[${signs}]+)*)`).join('|'), 'gu');
/** Scripts written without spaces may break where this stands; the preamble says how. */
const BREAK = '\u200b';
/** Signs before which, and after which, no line of Chinese or Japanese may break. */
const NOT_BEFORE = /[、。，．：；！？）」』】》〉〕”’ー々…]/u;
const NOT_AFTER = /[（「『【《〈〔“‘]/u;

const PREAMBLE = `% Compile with lualatex or xelatex: laws are quoted in their own scripts, which pdflatex shows as empty boxes.
\\documentclass[11pt,a4paper]{article}
\\usepackage[margin=25mm]{geometry}
\\usepackage{iftex,xcolor,tikz,longtable,booktabs,array}
\\usetikzlibrary{svg.path}
\\newcommand{\\unheld}{{\\fboxsep0pt\\fbox{\\rule{0pt}{.6em}\\rule{.5em}{0pt}}}}
\\ifPDFTeX
  \\usepackage[T1]{fontenc}
  \\usepackage{textcomp,lmodern}
${SCRIPTS.map(([command]) => `  \\DeclareRobustCommand{\\${command}}[1]{\\unheld}`).join('\n')}
  \\DeclareRobustCommand{\\rtl}[1]{#1}
\\else
  \\usepackage{fontspec}
  \\ifLuaTeX\\usepackage[bidi=basic,english]{babel}\\babelprovide[import]{arabic}\\fi
  % Fonts that hold the scripts of the laws quoted; choose others where these are missing.
  \\IfFontExistsTF{Noto Serif}{\\setmainfont{Noto Serif}}{}
${SCRIPTS.map(([command, , font]) => `  \\IfFontExistsTF{${font}}{\\newfontfamily\\${command}font{${font}}[Scale=MatchLowercase]}{\\let\\${command}font\\relax}\n  \\DeclareRobustCommand{\\${command}}[1]{{\\${command}font #1}}`).join('\n')}
  \\ifLuaTeX\\DeclareRobustCommand{\\rtl}[1]{\\foreignlanguage{arabic}{#1}}\\else\\TeXXeTstate=1\\DeclareRobustCommand{\\rtl}[1]{\\beginR #1\\endR}\\fi
  % Where a line of a script without spaces may break.
  \\catcode"200B=\\active\\protected\\def^^^^200b{\\hskip 0pt plus .08em\\relax}
\\fi
${TIKZ_COLOURS}
\\newcommand{\\pinpoint}[2]{\\par\\medskip\\noindent\\textbf{#1} {\\small(#2)}\\par\\nobreak}
\\setlength{\\emergencystretch}{3em}
`;

/** Returns the paper as one LaTeX file with its figures drawn in TikZ. No word of a law is taken as a command. */
export function latexOf(paper: Paper): string {
  const body = paper.blocks.map(block).join('\n\n');
  return `${PREAMBLE}${unheld(`${tex(paper.title)}${tex(paper.subtitle)}${body}`)}\\title{${tex(paper.title)}}
\\author{${tex(paper.subtitle)}}
\\date{}
\\begin{document}
\\maketitle
${body}
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
      return `\\par\\medskip\\noindent\\fbox{\\parbox{\\dimexpr\\linewidth-2\\fboxsep-2\\fboxrule}{\\textbf{${tex(b.title)}} ${tex(b.text)}}}\\par\\medskip`;
    case 'list':
      return `\\begin{itemize}\n${b.items.map((item) => `\\item ${runs(item)}`).join('\n')}\n\\end{itemize}`;
    case 'table':
      return table(b.caption, b.columns, b.rows);
    case 'figure':
      return `\\begin{figure}[htbp]\n\\centering\n${tikzOf(b.scene, tex)}\n\\caption{${tex(b.caption)}}\n\\end{figure}`;
    case 'quote': {
      const words = isRightToLeft(b.language) ? `\\rtl{${tex(b.text)}}` : tex(b.text);
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
  // Names of codes and files may break behind a dot.
  const cell = (text: string): string => tex(text).replace(/(?<=\p{L})[._](?=[\p{L}\\])/gu, '$&\\allowbreak{}');
  const row = (cells: readonly string[]): string => `${cells.map(cell).join(' & ')} \\\\`;
  const head = `\\toprule ${columns.map((c) => `\\textbf{${tex(c)}}`).join(' & ')} \\\\ \\midrule`;
  return `{\\footnotesize\\setlength{\\tabcolsep}{3pt}\n\\begin{longtable}{${layout}}\n\\caption{${tex(caption)}}\\\\\n${head}\\endfirsthead\n${head}\\endhead\n\\bottomrule\\endfoot\n${rows.map(row).join('\\addlinespace[2pt]\n')}\n\\end{longtable}}`;
}

/** Signs of arithmetic are taken from the fonts of mathematics, which every TeX has; a text font may lack them. */
const MATHS: Readonly<Record<string, string>> = {
  '≥': '\\geq',
  '≤': '\\leq',
  '≠': '\\neq',
  '×': '\\times',
  '−': '-',
  '→': '\\to',
  '≈': '\\approx',
};

const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** Words as TeX prints them and never obeys them, each script in the dress that holds it. */
function tex(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\u200b\u202a-\u202e]+/gu, ' ')
    .replace(/[\\^~]|[{}$&#%_]/g, (c) => COMMANDS[c] ?? `\\${c}`)
    .replace(/[≥≤≠×−→≈]/gu, (c) => `\\ensuremath{${MATHS[c] ?? ''}}`)
    .replace(/\s+/g, ' ')
    .replace(RUNS, (run, ...groups) => {
      const at = groups.slice(0, SCRIPTS.length).findIndex((g) => g !== undefined);
      return `\\${SCRIPTS[at]?.[0] ?? 'cjk'}{${breakable(run)}}`;
    });
}

/** The run with the places marked where a line may break. */
function breakable(run: string): string {
  if (/\p{Script=Thai}/u.test(run))
    return [...new Intl.Segmenter('th', { granularity: 'word' }).segment(run)].map((s) => s.segment).join(BREAK);
  if (/[\u0600-\u06ff]/u.test(run)) return run;
  return [...run]
    .map((sign, i, all) => (i === 0 || NOT_BEFORE.test(sign) || NOT_AFTER.test(all[i - 1] ?? '') ? sign : BREAK + sign))
    .join('');
}

/** Signs of the running text that pdfTeX has no letter for, told to it one by one: it would stop at each. */
function unheld(body: string): string {
  const scripts = new RegExp(`[${SCRIPTS.map(([, signs]) => signs).join('')}${BREAK}]`, 'u');
  const signs = [...new Set(body)].filter((c) => !HELD.test(c) && !scripts.test(c)).sort();
  const lines = signs.map((c) => {
    const code = (c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `\\DeclareUnicodeCharacter{${code}}{${/\p{M}/u.test(c) ? '' : '\\unheld'}}`;
  });
  return lines.length === 0 ? '' : `\\ifPDFTeX\n${lines.join('\n')}\n\\fi\n`;
}

/** Letters that pdfTeX sets in T1 with textcomp: Latin ones, and the signs of ordinary print. */
const HELD = /[\n\u0020-\u007e\u00a0-\u017f‐–—‘’‚“”„†‡•…‰‹›€™]/u;
