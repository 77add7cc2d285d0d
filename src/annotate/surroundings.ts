import type { Instrument, Provision } from '../model/index.js';
import { byEId, fullText, ownText } from '../text/provisions.js';
import { referencesOf } from '../text/references/resolve.js';
import type { Unit } from './units.js';

/** Words from elsewhere in the law that a unit's meaning leans on; each '' where there are none. */
export interface Surroundings {
  /** The beginning of what stands below the unit: 'a person who —' means nothing without its list. */
  readonly below: string;
  /** Headings and first words of the provisions that the unit refers to, one step away. */
  readonly referred: string;
  /** What the law itself says the terms mean that the unit uses. */
  readonly defined: string;
}

/** Characters that are read of the parts below, of each provision referred to, and of each definition. */
const MOST_BELOW = 600;
const MOST_REFERRED = 240;
const MOST_DEFINED = 300;
/** Provisions referred to and definitions used that are read, at most: a list of twenty articles says nothing of any. */
const MOST_REFERENCES = 3;
const MOST_TERMS = 3;
/** A term used in more than this share of a law's units tells none of them apart. */
const EVERYWHERE = 0.08;
/** … unless it is used less often than this: a short law repeats its few terms. */
const SELDOM = 12;
/** Terms are looked for in this many characters of a unit. */
const MOST_READ = 2000;

/** How a definition begins: the term in quotes or before its verb, in the languages that the corpus has. */
const DEFINITION =
  /^[\s(\p{L}\d).]{0,8}[“"«「『‘'*_]+\s?(?:the )?([^"”»」』’'*_]{3,60}?)\s?[”"»」』’'*_]+[^.;:]{0,60}?(?:\bmeans?\b|\bincludes?\b|\brefers?\b|has the meaning|désigne|s’entend|significa|entiende|bezeichnet|是指|とは|(?:이)?란)/iu;
const CHINESE = /^[\s（(一二三四五六七八九十\d)）、.]{0,8}([\p{Script=Han}]{3,14})[，,]?是指/u;

/** A function that gathers what a unit of the instrument leans on; references and definitions are looked up once. */
export function surroundingsOf(instrument: Instrument): (unit: Unit) => Surroundings {
  const map = byEId(instrument);
  const definitions = definitionsOf(instrument);
  let references: ReadonlyMap<string, readonly string[]> | null = null;
  return (unit) => {
    references ??= targetsOf(instrument);
    const targets = (references.get(unit.provision.eId) ?? []).flatMap((eId) => map.get(eId) ?? []);
    return {
      below: belowOf(instrument, unit.provision),
      referred: targets
        .slice(0, MOST_REFERENCES)
        .map((p) => gist(instrument, p, map))
        .join(' '),
      defined: definitions(unit),
    };
  };
}

function belowOf(instrument: Instrument, { span, ownSpans }: Provision): string {
  const from = ownSpans[0]?.end ?? span.end;
  const last = ownSpans.length > 1 ? (ownSpans.at(-1)?.start ?? span.end) : span.end;
  return from < last ? instrument.text.slice(from, Math.min(last, from + MOST_BELOW)) : '';
}

/** The heading that names the provision, its own or its article's, and its first words. */
function gist(instrument: Instrument, provision: Provision, map: ReadonlyMap<string, Provision>): string {
  const above = provision.parent === null ? undefined : map.get(provision.parent);
  const heading = provision.heading ?? above?.heading ?? '';
  return `${heading}. ${fullText(instrument, provision).slice(0, MOST_REFERRED)}`;
}

/** What each unit refers to inside the law, without itself and what holds it. */
function targetsOf(instrument: Instrument): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>();
  for (const { from, target, status } of referencesOf(instrument)) {
    if (status !== 'resolved' || target === null || from === target.eId || from.startsWith(`${target.eId}__`)) continue;
    const known = out.get(from) ?? [];
    if (!known.includes(target.eId)) known.push(target.eId);
    out.set(from, known);
  }
  return out;
}

/** A function that gives the definitions of the law's own terms that a unit uses, the longest terms first. */
function definitionsOf(instrument: Instrument): (unit: Unit) => string {
  const terms = new Map<string, { readonly eId: string; readonly text: string }>();
  for (const provision of instrument.provisions) {
    if (provision.ownSpans.length === 0 || provision.status !== 'in-force') continue;
    const text = ownText(instrument, provision).slice(0, MOST_DEFINED);
    const term = (DEFINITION.exec(text) ?? CHINESE.exec(text))?.[1]?.trim().toLowerCase();
    if (term !== undefined && !terms.has(term)) terms.set(term, { eId: provision.eId, text });
  }
  const usual = Math.max(SELDOM, instrument.provisions.length * EVERYWHERE);
  const whole = instrument.text.toLowerCase();
  const telling = [...terms].filter(([term]) => occurrences(whole, term, usual) < usual);
  telling.sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  return (unit) => {
    if (telling.length === 0) return '';
    const words = unit.own
      .map((p) => p.text)
      .join(' ')
      .slice(0, MOST_READ)
      .toLowerCase();
    return telling
      .filter(([term, { eId }]) => eId !== unit.provision.eId && words.includes(term))
      .slice(0, MOST_TERMS)
      .map(([, { text }]) => text)
      .join(' ');
  };
}

/** How often the term stands in the text, counted no further than `most`. */
function occurrences(text: string, term: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(term); at >= 0 && count < most; at = text.indexOf(term, at + term.length)) count += 1;
  return count;
}
