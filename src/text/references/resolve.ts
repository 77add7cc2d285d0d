import type { Instrument, Provision, ProvisionRef, Reference } from '../../model/index.js';
import { ancestry } from '../provisions.js';
import { type Mention, mentionsIn } from './mentions.js';

/**
 * The cross-references of a law, in document order, each looked up: inside the law by its citation (relative ones below the
 * article at hand), and in the other laws given, by their numbers and names. What is not found, or could be several, says so.
 * A unit's number and heading are no references. `wanted` tells in which provisions to look. Quoted amendments are left out: they speak of another law.
 *
 * @example referencesOf(act)[0] // { citation: '46(2)', status: 'resolved', target: { instrument, eId: 'art_46__para_2' }, … }
 */
export function referencesOf(
  instrument: Instrument,
  others: readonly Instrument[] = [],
  wanted: (provision: Provision) => boolean = () => true,
): Reference[] {
  const index = indexOf(instrument);
  const laws = others.map((other) => ({ other, index: indexOf(other) }));
  const out: Reference[] = [];
  for (const provision of instrument.provisions) {
    if (provision.status === 'quoted' || !wanted(provision)) continue;
    const around = ancestry(instrument, provision).flatMap((p) => (p.tier === 'division' ? [] : (p.citation ?? [])));
    const chapter = /^(ch[^/]+)\//u.exec(around.at(-1) ?? '')?.[1] ?? null;
    for (const span of provision.ownSpans) {
      const words = instrument.text.slice(span.start, span.end);
      const mentions = mentionsIn(words);
      for (const [at, mention] of mentions.entries()) {
        const { law, citations } = meant(mention, mentions.slice(at + 1), words, around);
        const { refs, citation } =
          law === null
            ? firstFound(index, citations, chapter)
            : {
                refs: laws
                  .filter(({ other }) => isNamed(other, law))
                  .flatMap((l) => firstFound(l.index, citations, null).refs),
                citation: citations[0],
              };
        const only = refs.length === 1 ? (refs[0] ?? null) : null;
        out.push({
          span: { start: mention.span.start + span.start, end: mention.span.end + span.start },
          from: provision.eId,
          citation: citation ?? null,
          law,
          status: only !== null ? 'resolved' : refs.length > 1 ? 'ambiguous' : 'unresolved',
          target: only,
          candidates: refs,
        });
      }
    }
  }
  return out;
}

interface Meant {
  readonly law: string | null;
  /** The citations the words can mean, the likeliest first. */
  readonly citations: readonly string[];
}

/**
 * What a mention means. One below an article takes the number of what it goes on to name ('point (a) of paragraph 2', 'sub-section
 * (2) of section 17'); else a paragraph is one of the article at hand, a point one of the nearest list around the words.
 */
function meant(mention: Mention, later: readonly Mention[], words: string, around: readonly string[]): Meant {
  if (mention.level !== 'inner') return { law: mention.law, citations: spellings(mention.pinpoint, around.at(-1)) };
  const inner = mention.pinpoint.startsWith('(') ? mention.pinpoint : mention.pinpoint.replace(/^[^(]+/u, '($&)');
  const next = later.findIndex((l) => l.span.start >= mention.listEnd);
  const named = later[next];
  if (named !== undefined && isLinked(words.slice(mention.listEnd, named.span.start))) {
    const base = meant(named, later.slice(next + 1), words, around);
    return { law: base.law, citations: base.citations.map((c) => below(c, inner)) };
  }
  const bases = mention.isNear ? around : [...around].reverse();
  return { law: mention.law, citations: bases.map((c) => below(c, inner)) };
}

/** Schedules are cited with dots all the way down: `Sch1.19.2.c`. */
function below(citation: string, inner: string): string {
  return ANNEXED.test(citation) ? `${citation}${inner.replace(/\(([^)]*)\)/gu, '.$1')}` : `${citation}${inner}`;
}

const ANNEXED = /^(?:Sch|Annex|App)/u;

/** Treaties write 9.19.1(a) for 9.19(1)(a); inside an annex, an article may be one of the annex's own. */
function spellings(pinpoint: string, outermost: string | undefined): string[] {
  const dotted = /^(\d+\.\d+)\.(\d+)(.*)$/u.exec(pinpoint);
  const own = dotted === null ? [pinpoint] : [pinpoint, `${dotted[1]}(${dotted[2]})${dotted[3]}`];
  return outermost !== undefined && ANNEXED.test(outermost) ? [...own, below(`${outermost}.${pinpoint}`, '')] : own;
}

function isLinked(between: string): boolean {
  return /^\s*,?\s*(?:of|in|to)\s*$/u.test(between);
}

interface Found {
  readonly refs: readonly ProvisionRef[];
  readonly citation: string | undefined;
}

function firstFound(
  index: ReadonlyMap<string, readonly ProvisionRef[]>,
  citations: readonly string[],
  chapter: string | null,
): Found {
  for (const citation of citations) {
    const key = citation.toLowerCase();
    const refs = index.get(key) ?? (chapter === null ? undefined : index.get(`${chapter}/${key}`));
    if (refs !== undefined) return { refs, citation };
  }
  return { refs: [], citation: citations[0] };
}

/** Provisions by the citation they are known by; those in force first. */
function indexOf(instrument: Instrument): ReadonlyMap<string, readonly ProvisionRef[]> {
  const made = indexes.get(instrument) ?? makeIndex(instrument);
  indexes.set(instrument, made);
  return made;
}
const indexes = new WeakMap<Instrument, ReadonlyMap<string, readonly ProvisionRef[]>>();

/** The place of a unit among those that print the same number. */
const PLACE = /\[\d+\]/gu;

function makeIndex(instrument: Instrument): ReadonlyMap<string, readonly ProvisionRef[]> {
  const index = new Map<string, ProvisionRef[]>();
  const seen = new Map<string, Provision>();
  for (const p of instrument.provisions) {
    if (p.citation === null || p.status === 'quoted') continue;
    // Words print no place: what names one of several units with the same number is ambiguous.
    const key = p.citation.replace(PLACE, '').toLowerCase();
    const first = seen.get(key);
    // Tables and the like are cited at the unit that holds them: that unit is meant.
    if (first !== undefined && (p.parent === first.eId || p.eId.startsWith(`${first.eId}__`))) continue;
    seen.set(key, first ?? p);
    index.set(key, [...(index.get(key) ?? []), { instrument: instrument.metadata.id, eId: p.eId }]);
  }
  for (const [key, refs] of [...index]) {
    const alias = besideArticle(key, index);
    if (alias !== null && !index.has(alias)) index.set(alias, refs);
  }
  return index;
}

/**
 * What words call a paragraph that prints its article's number before its own: `5(1)(a)` for 5.1(a), where 5 is an article itself.
 * Null for the articles of treaties that number them by chapter (14.11).
 */
function besideArticle(key: string, index: ReadonlyMap<string, unknown>): string | null {
  const [, article = '', paragraph = '', rest = ''] = /^(\d+[a-z]?)\.(\d+)((?:\([^)]*\))*)$/u.exec(key) ?? [];
  return article !== '' && index.has(article) ? `${article}(${paragraph})${rest}` : null;
}

/** True where the words name the law: by its number (2016/679), an alias (GDPR) or all the words of its title. */
function isNamed(other: Instrument, law: string): boolean {
  const { id, aliases, title } = other.metadata;
  const number = /\b(\d{2,4})\/(\d{1,4})\b/u.exec(law);
  if (number !== null) return id.includes(`${number[1]}-${number[2]}`) || id.includes(`${number[2]}-${number[1]}`);
  const plain = law.toLowerCase().replace(/\s+/gu, ' ');
  return aliases.some((a) => a.toLowerCase() === plain) || title.toLowerCase().includes(plain);
}
