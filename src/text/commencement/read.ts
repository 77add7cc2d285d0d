import type { Commencement, Instrument, Provision, Reference } from '../../model/index.js';
import { ancestry, basicUnitOf } from '../provisions.js';
import { referencesOf } from '../references/resolve.js';
import { daysIn } from './dates.js';

type Kind = Commencement['kind'];

/** How laws say it. The words before are the subject, those after the day or the event. */
const VERBS: readonly (readonly [kind: Kind, verb: RegExp])[] = [
  [
    'in-force',
    /\b(?:(?:shall |will |to )?(?:come|comes|enter|enters) into (?:force|operation|effect)|(?:shall |will )?takes? effect|(?:shall be|is|are|becomes?|shall become) (?:effective|operative) (?=on\b|from\b|as of\b)|(?:shall )?commences? on)\b|\b(?:tritt|treten)\b(?=[^.;]{0,80}\bin Kraft\b)|\b(?:entre|entrent) en vigueur|\b(?:entrará|entrarán|entra|entrarão) en? (?:vigor|vigencia)|施行(?!令|細則|规)/gu,
  ],
  [
    'applies',
    /\b(?:shall apply|applies|apply|shall be applicable|is applicable) (?=from\b|as of\b|as from\b|with effect from\b|on and after\b)|\bgilt ab\b|\best applicable à partir\b|\bserá aplicable a partir\b/gu,
  ],
  [
    'ceases',
    /\b(?:(?:shall )?ceases? to (?:have effect|be in force|apply)|(?:shall )?expires? on|(?:shall )?lapses? on|(?:shall be|is|are) repealed (?=with effect from\b|as of\b|on \d|from \d)|(?:is|are|becomes?) inoperative on)\b/gu,
  ],
];
const LAW =
  '(?:Act|Law|Code|Regulations?|Directive|Decision|Ordinance|Decree|Order|Agreement|Protocol|Convention|Treaty|Gesetz|Verordnung|loi|décret|règlement|ley|decreto|lei|reglamento|acuerdo)';
/** The subject where it is the law itself. */
const WHOLE = new RegExp(
  `^(?:(?:the )?provisions of )?(?:(?:this|the present|diese[rs]?|la présente|le présent|la presente|el presente|esta|este) ${LAW}\\b|本法|この法律|이 법)`,
  'iu',
);
/** `It` is the law where a sentence before in the same article begins with the law. */
const IT = /^(?:It|They|Sie|Elle?|Il)\b/u;
const OWN = /^this (section|article|chapter|part|title|schedule|annex|paragraph|subsection)\b/iu;
/** What may stand before the subject: a number, an exception. */
const BEFORE_SUBJECT =
  /^(?:\s*\(?\w{1,4}[.)]\s+)?(?:(?:except|subject|notwithstanding|without prejudice|save|unless|sous réserve|sin perjuicio|vorbehaltlich)\b[^,]{0,160},\s*)?(?:(?:the )?provisions? (?:of|in|contained in)\s+)?/iu;
/** What joins the numbers of a subject. */
const JOINED = /^[\s,]*(?:and|or|to|through|until|und|et|y|e|bis|à|a|–|-)?[\s,]*(?:and|or)?\s*(?:\p{L}{4,12} )?$/u;
/** Words longer than this before the verb are no subject. */
const LONGEST_SUBJECT = 400;
/** What happens where no day is named must be named within this many characters. */
const LONGEST_EVENT = 240;

/**
 * What a law says of its own commencement, and of that of its provisions, in document order. What other laws say of it is not
 * known here; words that quote another law are left out. Provisions that were not found are left out, too.
 *
 * @example commencementsOf(act)[0] // { provision: 'sec_5', kind: 'in-force', date: '2021-07-01', from: 'sec_40', span }
 */
export function commencementsOf(instrument: Instrument): Commencement[] {
  const out: Commencement[] = [];
  for (const provision of instrument.provisions) {
    if (provision.status === 'quoted' || provision.tier === 'front' || provision.kind === 'footnote') continue;
    let references: readonly Reference[] | null = null;
    for (const span of provision.ownSpans) {
      const words = instrument.text.slice(span.start, span.end);
      for (const said of sayings(words)) {
        references ??= referencesOf(instrument, [], (p) => p === provision);
        const start = span.start + said.start;
        const verb = span.start + said.verb;
        const named = references.filter((r) => r.span.start >= start && r.span.end <= verb);
        for (const target of targetsOf(instrument, provision, said, start, named)) {
          const { kind, date } = said;
          out.push({ provision: target, kind, date, from: provision.eId, span: { start, end: span.start + said.end } });
        }
      }
    }
  }
  return out;
}

interface Saying {
  readonly kind: Kind;
  readonly date: string | null;
  readonly subject: string;
  readonly start: number;
  readonly verb: number;
  readonly end: number;
}

function sayings(words: string): Saying[] {
  return VERBS.flatMap(([kind, pattern]) =>
    [...words.matchAll(pattern)].flatMap((found): Saying[] => {
      const { start, end } = sentenceAround(words, found.index);
      const subject = words.slice(start, found.index);
      const after = words.slice(found.index, end);
      const date = daysIn(after)[0]?.date ?? (kind === 'in-force' ? (daysIn(subject)[0]?.date ?? null) : null);
      const isEvent =
        /\b(?:day|days|months?|years?|date|proclamation|order|appoint\w*|publi\w+|notification|ratification|Tag|jour|día|dia)\b|[日年月일년월]/iu.test(
          after.slice(0, LONGEST_EVENT),
        );
      if (subject.length > LONGEST_SUBJECT || (date === null && !isEvent)) return [];
      return [{ kind, date, subject, start, verb: found.index, end }];
    }),
  ).sort((a, b) => a.verb - b.verb);
}

/** From the sentence's or clause's first letter to its full stop; a stop inside a number or after a short word ends nothing. */
function sentenceAround(words: string, at: number): { start: number; end: number } {
  const before = words.slice(0, at);
  const start = Math.max(
    0,
    ...[...before.matchAll(/(?<=\p{L}{3}|\d|\))[.;:]\s+(?=\P{Ll})|[。；]/gu)].map((m) => m.index + m[0].length),
  );
  const stop = /(?<=\p{L}{3}|\d{2}|\))[.;](?=\s|$)|[。；]/u.exec(words.slice(at));
  return { start, end: stop === null ? words.length : at + stop.index + 1 };
}

/** The eIds that the subject names; null stands for the whole law. Numbers further on in the sentence are no subject. */
function targetsOf(
  instrument: Instrument,
  at: Provision,
  { subject }: Saying,
  start: number,
  named: readonly Reference[],
): (string | null)[] {
  const before = BEFORE_SUBJECT.exec(subject)?.[0].length ?? 0;
  const bare = subject.slice(before);
  const found: Reference[] = [];
  let end = start + before;
  for (const reference of named.filter((r) => r.span.start >= start + before)) {
    if (!JOINED.test(instrument.text.slice(end, reference.span.start))) break;
    found.push(reference);
    end = reference.span.end;
  }
  // Numbers of another law's provisions say nothing of this one.
  if (found.some((r) => r.law !== null)) return [];
  const eIds = found.flatMap((r, i) => [...rangeTo(instrument, found[i - 1], r), r.target?.eId ?? null]);
  if (found.length > 0) return [...new Set(eIds.filter((e) => e !== null))];
  const own = OWN.exec(bare)?.[1]?.toLowerCase();
  if (own !== undefined)
    return ancestry(instrument, at)
      .flatMap((p) => (p.kind === own ? [p.eId] : []))
      .slice(0, 1);
  const isWhole = WHOLE.test(bare) || (IT.test(bare) && isOfLaw(instrument, at, start));
  return isWhole ? [null] : [];
}

function isOfLaw(instrument: Instrument, at: Provision, until: number): boolean {
  const article = basicUnitOf(instrument, at);
  if (article === null) return false;
  return instrument.text
    .slice(article.span.start, until)
    .split(/(?<=[.;:]|^)\s+|\n/u)
    .some((sentence) => WHOLE.test(sentence.replace(/^\(?\w{1,4}[.)]\s*/u, '')));
}

/** The articles between two that 'to' joins. */
function rangeTo(instrument: Instrument, from: Reference | undefined, to: Reference): string[] {
  if (
    from === undefined ||
    !/^\s*(?:to|through|until|–|-|bis|à|a)\s*$/u.test(instrument.text.slice(from.span.end, to.span.start))
  )
    return [];
  const basic = instrument.provisions.filter((p) => p.tier === 'basic');
  const first = basic.findIndex((p) => p.eId === from.target?.eId);
  const last = basic.findIndex((p) => p.eId === to.target?.eId);
  return first < 0 || last < 0 ? [] : basic.slice(first + 1, last).map((p) => p.eId);
}
