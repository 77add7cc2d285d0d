import type { SearchHit } from '../find/search.js';

/** What a bibliography needs beside the hit itself; null where the study does not know it. */
export interface WorkFacts {
  readonly source: string | null;
  readonly made: string | null;
  readonly identifiers: Readonly<Record<string, string>>;
}

/** One CSL-JSON item (citeproc schema 1.0) for a provision. */
export interface CslItem {
  readonly id: string;
  readonly type: 'legislation' | 'treaty';
  readonly title: string;
  readonly section: string;
  readonly jurisdiction: string;
  readonly language: string;
  readonly number?: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL?: string;
}

/** Returns provisions as CSL-JSON, one item each: legislation or treaty, with the pinpoint as `section`. */
export function toCsl(hits: readonly SearchHit[], factsOf: (instrument: string) => WorkFacts): CslItem[] {
  return hits.map((hit) => {
    const { source, made, identifiers } = factsOf(hit.instrument);
    const number = identifiers.celex ?? identifiers.eli ?? identifiers.tota;
    const date = dateParts(made);
    return {
      id: key(hit),
      type: hit.kind === 'agreement' || hit.kind === 'convention' ? 'treaty' : 'legislation',
      title: hit.title,
      section: hit.provision,
      jurisdiction: hit.jurisdictions.join(', '),
      language: hit.language,
      ...(number === undefined ? {} : { number }),
      ...(date.length === 0 ? {} : { issued: { 'date-parts': [date] } }),
      ...(source === null ? {} : { URL: source }),
    };
  });
}

/** Returns provisions as BibTeX `@misc` entries that classic styles and biblatex both read; what a text holds cannot end an entry. */
export function toBibtex(hits: readonly SearchHit[], factsOf: (instrument: string) => WorkFacts): string {
  const entries = hits.map((hit) => {
    const { source, made } = factsOf(hit.instrument);
    const fields: (readonly [string, string])[] = [
      ['title', `{${latex(hit.title)}}`],
      ['author', `{{${latex(hit.jurisdictions.join(', '))}}}`],
      ['note', `{${latex(hit.provision)}}`],
      ...(made === null ? [] : [['year', `{${made.slice(0, 4)}}`] as const]),
      ...(source === null ? [] : [['url', `{${source.replace(/[{}\\\s]/g, '')}}`] as const]),
    ];
    return `@misc{${key(hit)},\n${fields.map(([name, value]) => `  ${name} = ${value}`).join(',\n')}\n}\n`;
  });
  return entries.join('\n');
}

/** A citation key of letters, digits, dots and hyphens, unique for a provision. */
function key(hit: SearchHit): string {
  return `${hit.instrument}-${hit.provision}`.replace(/[^\w.-]+/g, '-').replace(/-+$/, '');
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function latex(text: string): string {
  return text
    .replace(/[\\{}~^]/g, (c) => LATEX[c] ?? c)
    .replace(/[&%$#_]/g, (c) => `\\${c}`)
    .replace(/\s+/g, ' ');
}

function dateParts(date: string | null): number[] {
  return (date ?? '')
    .split('-')
    .map(Number)
    .filter((n) => Number.isInteger(n) && n > 0);
}
