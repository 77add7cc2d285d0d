import type { Codebook } from '../../model/index.js';
import { sha256 } from '../annotations/record.js';
import type { ExportOptions, Writer } from '../dataset.js';
import { carriesText } from '../licence.js';
import { agreementIn, type CodersAgreement } from './coders.js';
import { croissantOf, type Entry } from './croissant.js';

/**
 * A data card: Markdown for people and Croissant JSON-LD for machines: sources, licences, hashes, who coded, how far to trust it.
 * @see https://docs.mlcommons.org/croissant/docs/croissant-spec.html
 */
export const card: Writer = function* (dataset, options) {
  const entries: Entry[] = [];
  const people = new Set<string>();
  for (const { instrument, annotations } of dataset.coded()) {
    for (const { annotator } of dataset.byHand?.(instrument.metadata.id) ?? annotations) people.add(annotator);
    entries.push({
      metadata: instrument.metadata,
      textSha256: sha256(instrument.text),
      files: instrument.renditions.filter((r) => r.used).map(({ path, sha256: hash }) => ({ path, sha256: hash })),
      annotations: annotations.length,
      annotators: [...new Set(annotations.map((a) => a.annotator))].sort(),
      carries: carriesText(instrument.metadata, options.text),
    });
  }
  const annotators = [...new Set(entries.flatMap((e) => e.annotators))].sort();
  const coders = agreementIn(dataset, [...people]);
  yield { path: 'DATACARD.md', content: pageOf(entries, annotators, coders, dataset.codebook, options) };
  yield {
    path: 'croissant.json',
    content: `${JSON.stringify(croissantOf(entries, dataset.codebook, options), null, 1)}\n`,
  };
};

const LIMITS = [
  'Codings by `rule:` and `model:` annotators are a machine’s; each has a confidence, and a share of them is wrong.',
  'Figures of quality are measured against gold that was coded by careful reading with machine assistance; legal scholars have not re-coded it yet.',
  'No annotation on a provision means that nothing was found there, not that a person found nothing.',
  'Texts are those of the files named here; third-party copies may be damaged or dated.',
];

function pageOf(
  entries: readonly Entry[],
  annotators: readonly string[],
  coders: CodersAgreement,
  codebook: Codebook,
  { madeOn, files, about, selection }: ExportOptions,
): string {
  const total = entries.reduce((sum, e) => sum + e.annotations, 0);
  const cell = (value: string): string => value.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return [
    '# Data card: provisions on cross-border data flows, coded',
    '',
    `${total} annotations on ${entries.length} ${entries.length === 1 ? 'instrument' : 'instruments'}, codebook ${codebook.version}${madeOn === null ? '' : `, exported ${madeOn}`}.`,
    ...(selection === null ? [] : [`A selection: ${selection}. What it leaves out is not absent from the law.`]),
    `Coded by: ${annotators.join(', ') || 'nobody'}.`,
    `Licence of the annotations: ${about.licence ?? 'not stated'}. The texts have licences of their own, listed below.`,
    ...(about.url === null ? [] : [`Published at ${about.url}.`]),
    '',
    '## How far to trust it',
    '',
    ...LIMITS.map((l) => `- ${l}`),
    '',
    '## Agreement between coders',
    '',
    ...agreementLines(coders),
    '',
    ...(files.length === 0
      ? []
      : ['## Files', '', '| file | sha256 |', '|---|---|', ...files.map((f) => `| ${f.path} | ${f.sha256} |`), '']),
    '## Offsets and quotes',
    '',
    'Offsets are UTF-16 units into the normalised text of each instrument (brat and doccano: code points). Where words stay behind, the',
    'sha256 of the quoted words and of the whole text let anyone who holds the file join them again: run lexatlas over the file and compare.',
    '',
    '## Instruments',
    '',
    '| instrument | title | jurisdictions | language | annotations | words included | licence of the text | source | sha256 of the file |',
    '|---|---|---|---|---|---|---|---|---|',
    ...entries.map(
      ({ metadata: m, annotations, carries, files }) =>
        `| ${[m.id, m.title, m.jurisdictions.join(' '), m.language, String(annotations), carries ? 'yes' : 'no', m.licence ?? 'not stated', m.source ?? 'not stated', files.map((f) => f.sha256).join(' ')].map(cell).join(' | ')} |`,
    ),
    '',
  ].join('\n');
}

function agreementLines({ people, figures, unshared }: CodersAgreement): string[] {
  if (people.length < 2)
    return [
      `${people[0] === undefined ? 'No person coded these provisions' : `${people[0]} is the only person who coded these provisions`}, so that nothing can be said about agreement between coders.`,
    ];
  if (figures.length === 0)
    return [`${people.join(' and ')} coded different laws, so that nothing can be said about how far they agree.`];
  const number = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
  return [
    `Of ${people.join(', ')}: a decision is whether a provision that any of them coded carries a code. Alpha is Krippendorff’s (nominal) with`,
    'its 95 % bootstrap interval over provisions, kappa Cohen’s (the mean over pairs). Provisions that nobody coded are not counted, which makes',
    'the figures stricter.',
    ...(unshared.length === 0 ? [] : [`Left out, for not all of them coded it: ${unshared.join(', ')}.`]),
    '',
    '| of | decisions | all yes | not alike | alpha | interval | kappa |',
    '|---|---|---|---|---|---|---|',
    ...figures.map(
      (f) =>
        `| ${f.subject} | ${f.units} | ${f.every} | ${f.some} | ${number(f.alpha)} | ${f.low === null ? '–' : `${number(f.low)} to ${number(f.high)}`} | ${number(f.kappa)} |`,
    ),
  ];
}
