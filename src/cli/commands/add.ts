import { basename, join } from 'node:path';
import { type AddedFacts, addText, isFetched } from '../../corpus/index.js';
import type { Action } from '../command.js';
import { InputError } from '../failure.js';
import { fetchOptions, sayOutcome, textsFolder } from '../fetching.js';
import { say } from '../output.js';
import { text } from '../print.js';

const KINDS: readonly AddedFacts['kind'][] = ['statute', 'regulation', 'agreement', 'convention'];

/** Takes a file or an address into the folder of texts that `run` reads, with its facts and its hash. */
export const addCommand: Action = async ([from], options) => {
  const { id } = await takeIn(String(from), options);
  say(`${id} is in ${textsFolder(options)}; lexatlas run reads it.`);
};

/**
 * The id of a file or of what an address gives, and the path of the copy that was taken into the folder of texts.
 * @throws InputError where nothing that can be read came of it.
 */
export async function takeIn(
  from: string,
  options: Readonly<Record<string, unknown>>,
): Promise<{ readonly id: string; readonly path: string }> {
  isFetched(from); // Before anything is asked about a law, it should be there.
  const facts = factsOf(from, options);
  const outcome = await addText(from, facts, fetchOptions(options));
  sayOutcome(outcome);
  const [problem] = outcome.diagnostics.filter((d) => d.severity !== 'info');
  if (problem !== undefined) throw new InputError(problem.message, problem.mend ?? 'Give another file.');
  return { id: facts.id, path: join(textsFolder(options), outcome.file) };
}

function factsOf(from: string, options: Readonly<Record<string, unknown>>): AddedFacts {
  const jurisdictions = (text(options.jurisdiction) ?? '').split(/[,\s]+/).filter((j) => j !== '');
  const [place] = jurisdictions;
  if (place === undefined && text(options.id) === null)
    throw new InputError(
      'Whose law is it? Nothing says so.',
      'Give --jurisdiction with an ISO 3166 code (KE, US-CA), or --id.',
    );
  const id = text(options.id) ?? `${(place ?? '').slice(0, 2).toLowerCase()}/${slug(from)}`;
  const kind = KINDS.find((k) => k === (options.kind ?? 'statute'));
  if (kind === undefined)
    throw new InputError(`'${String(options.kind)}' is no kind of instrument.`, `Give one of ${KINDS.join(', ')}.`);
  return {
    ...{ id, kind, title: text(options.title) ?? slug(from).replaceAll('-', ' ') },
    jurisdictions: jurisdictions.length > 0 ? jurisdictions : [id.split('/', 1)[0]?.toUpperCase() ?? ''],
    language: text(options.language) ?? 'en',
    made: text(options.made),
    licence: text(options.licence) ?? 'not stated',
    source: text(options.source),
  };
}

/** The last part of a path as an id can hold it: `My Act (2019).pdf` becomes `my-act-2019`. */
function slug(from: string): string {
  const path = URL.canParse(from) ? new URL(from).pathname : from;
  const stem = basename(path).split('.', 1)[0] ?? '';
  return (
    stem
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'law'
  );
}
