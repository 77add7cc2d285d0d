import type { InstrumentMetadata } from '../../model/index.js';
import type { Writer } from '../dataset.js';

/** CSL-JSON of the instruments, for Zotero, pandoc and others. @see https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html */
export const csl: Writer = function* (dataset) {
  const items = [...dataset.coded()].map(({ instrument }) => cslOf(instrument.metadata));
  yield { path: 'instruments.csl.json', content: `${JSON.stringify(items, null, 1)}\n` };
};

/** BibTeX of the instruments. */
export const bibtex: Writer = function* (dataset) {
  for (const { instrument } of dataset.coded())
    yield { path: 'instruments.bib', content: bibtexOf(instrument.metadata) };
};

/** One instrument as CSL-JSON: a statute is `legislation`, an agreement `treaty`. */
export function cslOf(m: InstrumentMetadata): object {
  const parts = m.made?.split('-').map(Number);
  return {
    id: m.id,
    type: m.kind === 'agreement' || m.kind === 'convention' ? 'treaty' : 'legislation',
    title: m.title,
    ...(m.aliases[0] === undefined ? {} : { 'title-short': m.aliases[0] }),
    jurisdiction: m.jurisdictions.join(', '),
    language: m.language,
    ...(parts === undefined ? {} : { issued: { 'date-parts': [parts] } }),
    ...(m.source === null ? {} : { URL: m.source }),
    ...(Object.keys(m.identifiers).length === 0
      ? {}
      : {
          number: Object.entries(m.identifiers)
            .map(([k, v]) => `${k.toUpperCase()} ${v}`)
            .join('; '),
        }),
  };
}

/** One instrument as a BibTeX entry (`@misc`, since BibTeX has no type for law). */
export function bibtexOf(m: InstrumentMetadata): string {
  const fields: readonly (readonly [string, string | null])[] = [
    ['title', `{${escapeTex(m.title)}}`],
    ['shorttitle', m.aliases[0] === undefined ? null : escapeTex(m.aliases[0])],
    ['year', m.made?.slice(0, 4) ?? null],
    ['howpublished', escapeTex(m.jurisdictions.join(', '))],
    ['url', m.source],
    [
      'note',
      Object.keys(m.identifiers).length === 0
        ? null
        : escapeTex(
            Object.entries(m.identifiers)
              .map(([k, v]) => `${k} ${v}`)
              .join('; '),
          ),
    ],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null || value === '' ? [] : [`  ${name} = {${value}},`]));
  return `@misc{${m.id.replace(/[^\w-]+/gu, ':')},\n${lines.join('\n')}\n}\n\n`;
}

const escapeTex = (text: string): string =>
  text
    .replace(/[\\{}]/gu, ' ')
    .replace(/[&%$#_]/gu, (c) => `\\${c}`)
    .replace(/[~^]/gu, ' ');
