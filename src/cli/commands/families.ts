import type { Instrument } from '../../model/index.js';
import { type Family, families } from '../../pipeline/index.js';
import { ancestry, byEId } from '../../text/provisions.js';
import { InputError } from '../failure.js';
import { bold, dim, table } from '../output.js';
import { printData, text } from '../print.js';
import type { OpenStudy } from '../study.js';
import { bookOf } from './concordance.js';

const COLUMNS = ['family', 'instruments', 'instrument', 'provision', 'heading', 'year', 'jaccard'];
const SHOWN = 20;

/** Prints the families of clauses of a study: each with its template, how many instruments have it and when they took it up. */
export function printFamilies(
  study: OpenStudy,
  options: Readonly<Record<string, unknown>>,
  threshold: { readonly threshold?: number },
): void {
  const code = text(options.code);
  const language = text(options.language) ?? 'en';
  if (code !== null) mustBeCode(study, code);
  const coded = code === null ? null : unitsWith(study, code, language);
  const found = families(others(study, language), {
    ...threshold,
    ...(coded === null ? {} : { takes: (ref) => coded.has(`${ref.instrument} ${ref.eId}`) }),
  });
  const rows = found.flatMap((f, n) =>
    f.members.map((m) => ({
      family: n + 1,
      instruments: f.instruments,
      instrument: m.ref.instrument,
      provision: m.citation,
      heading: m.heading,
      year: m.year,
      jaccard: m.jaccard,
    })),
  );
  const limit = typeof options.limit === 'number' ? options.limit : SHOWN;
  printData(rows, COLUMNS, options, () => {
    const lines = found.slice(0, limit).map((f, n) => ({
      family: n + 1,
      instruments: f.instruments,
      template: `${f.template.ref.instrument} ${f.template.citation}`,
      'usual heading': usualHeading(f),
      spread: spreadOf(f),
    }));
    return [
      bold(`${found.length} families of clauses in ${language}${code === null ? '' : ` with ${code}`}`),
      dim('The template is the earliest text; likeness and dates are what this rests on.'),
      '',
      lines.length === 0
        ? 'No two instruments have articles this alike; a lower --threshold finds looser kin.'
        : table(lines, ['family', 'instruments', 'template', 'usual heading', 'spread']),
      found.length > limit ? dim(`${found.length - limit} more; --limit shows more, --format csv lists all.`) : '',
      '',
    ].join('\n');
  });
}

/** The heading that most of a family bear, the earliest of equals: old templates often have none, or stand for it with another. */
function usualHeading({ members }: Family): string | null {
  const counts = new Map<string, number>();
  for (const { heading } of members) if (heading !== null) counts.set(heading, (counts.get(heading) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** From when to when instruments took the clause up, and the year by which half of the dated ones had. */
function spreadOf({ spread }: Family): string | null {
  const [first, last] = [spread[0], spread.at(-1)];
  if (first === undefined || last === undefined) return null;
  const half = spread.find((s) => 2 * s.total >= last.total) ?? last;
  return first === last ? String(first.year) : `${first.year}–${last.year}, half by ${half.year}`;
}

/** The study's instruments in one language, one at a time: all texts of a corpus together would fill the memory. */
export function* others(study: OpenStudy, language: string): Generator<Instrument> {
  for (const { id, language: theirs } of study.catalogue) {
    const instrument = theirs === language ? study.store.instrument(id) : null;
    if (instrument !== null) yield instrument;
  }
}

/** @throws InputError where the codebook has no such code and no family of codes of this name. */
function mustBeCode(study: OpenStudy, code: string): void {
  const { codes } = bookOf(study);
  if (codes.some(({ id }) => isOf(id, code))) return;
  throw new InputError(
    `No code of the codebook is called '${code}'.`,
    `Use one such as ${codes
      .slice(0, 4)
      .map(({ id }) => id)
      .join(', ')}, or the family before the point.`,
  );
}

/** A code itself, or one of the family of codes named, as search takes them. */
const isOf = (code: string, wanted: string) => code === wanted || code.startsWith(`${wanted}.`);

/** The articles that carry the code themselves or in their parts, as `instrument eId`. */
function unitsWith(study: OpenStudy, code: string, language: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id, language: theirs } of study.catalogue) {
    if (theirs !== language) continue;
    const { instrument, annotations } = study.codedInstrument(id);
    for (const a of annotations)
      if (isOf(a.code, code)) for (const eId of holders(instrument, a.provision.eId)) found.add(`${id} ${eId}`);
  }
  return found;
}

function holders(instrument: Instrument, eId: string): readonly string[] {
  const provision = byEId(instrument).get(eId);
  return provision === undefined ? [] : ancestry(instrument, provision).map((p) => p.eId);
}
