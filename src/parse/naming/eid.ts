import type { ProvisionKind } from '../../model/index.js';

/** Abbreviations of the Akoma Ntoso naming convention 1.0, section 5; kinds it does not abbreviate keep their name. */
const SHORT: Readonly<Partial<Record<ProvisionKind, string>>> = {
  recital: 'rec',
  chapter: 'chp',
  section: 'sec',
  subsection: 'subsec',
  division: 'dvs',
  article: 'art',
  clause: 'cl',
  paragraph: 'para',
  subparagraph: 'subpara',
  definition: 'def',
  schedule: 'sched',
  footnote: 'fn',
  appendix: 'app',
};

/**
 * The part of an eId that a unit adds to its parent's: abbreviation and number, as in `art_46` or `point_c`. Units
 * without a number are counted among their like, from 1; a lone front or back unit (preamble) goes by its name.
 *
 * @param label the bare label, null where the unit prints no number
 * @param count the unit's place among siblings of its kind without number, from 1
 * @see {@link https://docs.oasis-open.org/legaldocml/akn-nc/v1.0/akn-nc-v1.0.html} Akoma Ntoso Naming Convention, section 5
 */
export function eIdPart(kind: ProvisionKind, label: string | null, count: number): string {
  // A heading without number is Akoma Ntoso's crossHeading: its count must not take the name of Division 1.
  const name = kind === 'division' && label === null ? 'crossHeading' : (SHORT[kind] ?? kind);
  const number = label === null ? '' : cleanNumber(label);
  if (number !== '') return `${name}_${number}`;
  return count === 1 && (kind === 'preamble' || kind === 'conclusions' || kind === 'body') ? name : `${name}_${count}`;
}

/** The eId of a further unit that goes by the same name. */
export function twinEId(eId: string, place: number): string {
  return `${eId}_${place}`;
}

/** The number as the convention wants it: no white space or punctuation but dots and hyphens inside, which stay. */
function cleanNumber(label: string): string {
  if (/^[A-Za-z0-9]+$/.test(label)) return label;
  return label
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}.§-]+/gu, '-')
    .replace(/§/gu, 'par')
    .replace(/^[-.]+|[-.]+$/gu, '');
}
