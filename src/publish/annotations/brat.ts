import type { ClauseAnnotation, Codebook, Instrument } from '../../model/index.js';
import { ADDRESSEES, FORCES, MODALITIES } from '../../text/attributes.js';
import type { Writer } from '../dataset.js';
import { carriesText } from '../licence.js';
import { toCodePoints } from '../offsets.js';
import { fileStem } from './record.js';

const ATTRIBUTES = ['modality', 'force', 'addressee', 'verdict'] as const;

/**
 * brat standoff: a .txt and an .ann for each instrument, and annotation.conf for the codebook. Offsets count code points.
 * A span over line breaks is written in fragments, as brat wants it. Lossless: a note keeps the whole record,
 * with the places as written, which tell on the way back whether a person moved them.
 * @see https://brat.nlplab.org/standoff.html
 */
export const brat: Writer = function* (dataset, { text, note }) {
  yield { path: 'annotation.conf', content: configurationOf(dataset.codebook) };
  for (const { instrument, annotations } of dataset.coded()) {
    const stem = fileStem(instrument.metadata.id);
    const isWhole = carriesText(instrument.metadata, text);
    if (isWhole) yield { path: `${stem}.txt`, content: instrument.text };
    else note(`${instrument.metadata.id} goes without its .txt: its licence holds the text back.`);
    const points = toCodePoints(instrument.text);
    const lines = annotations.map((a, i) => linesOf(instrument, a, i + 1, points, isWhole));
    yield { path: `${stem}.ann`, content: lines.join('') };
  }
};

/** brat's type names hold no dots; code names hold no underscores, so that the way back is sure. */
export const toBratType = (code: string): string => code.replaceAll('.', '_');
export const fromBratType = (type: string): string => type.replaceAll('_', '.');

function linesOf(
  { text }: Instrument,
  a: ClauseAnnotation,
  number: number,
  points: (offset: number) => number,
  isWhole: boolean,
): string {
  const fragments = fragmentsOf(text, a.span.start, a.span.end);
  const places = fragments.map(([start, end]) => `${points(start)} ${points(end)}`).join(';');
  const words = fragments.map(([start, end]) => text.slice(start, end)).join(' ');
  const first = ATTRIBUTES.length * (number - 1);
  return [
    `T${number}\t${toBratType(a.code)} ${places}\t${isWhole ? words : ''}`,
    ...ATTRIBUTES.map(
      (name, i) => `A${first + i + 1}\t${name} T${number} ${name === 'verdict' ? verdictOf(a) : a[name]}`,
    ),
    `#${number}\tAnnotatorNotes T${number}\t${JSON.stringify({ ...a, places })}`,
    '',
  ].join('\n');
}

/** `no` where a person ruled the code out here. */
const verdictOf = (a: ClauseAnnotation): string => (a.rejects === true ? 'no' : 'yes');

/** The span cut at line breaks; brat's lines cannot hold one. A span of nothing but breaks stays as it is. */
function fragmentsOf(text: string, start: number, end: number): (readonly [number, number])[] {
  const fragments: (readonly [number, number])[] = [];
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && text[at] !== '\n' && text[at] !== '\r') continue;
    if (at > from) fragments.push([from, at]);
    from = at + 1;
  }
  return fragments.length === 0 ? [[start, end]] : fragments;
}

function configurationOf(codebook: Codebook): string {
  const values = {
    modality: MODALITIES.join('|'),
    force: FORCES.join('|'),
    addressee: ADDRESSEES.join('|'),
    verdict: 'yes|no',
  };
  return [
    '[entities]',
    ...codebook.families.flatMap((f) => [
      `!${f.id}`,
      ...codebook.codes.filter((c) => c.family === f.id).map((c) => `\t${toBratType(c.id)}`),
    ]),
    '[relations]',
    '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    '[events]',
    '[attributes]',
    ...ATTRIBUTES.map((name) => `${name}\tArg:<ENTITY>, Value:${values[name]}`),
    '',
  ].join('\n');
}
