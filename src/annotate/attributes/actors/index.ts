import type { Addressee, Instrument } from '../../../model/index.js';
import { mayMatch, sought } from '../../sought.js';
import type { Clause } from '../clause.js';
import { definedActors } from './terms.js';
import { ACTOR_WORDS } from './words.js';

interface Mention {
  readonly who: Addressee;
  readonly start: number;
  readonly end: number;
}

/** How a language shows its subject: by a particle, by its place after the verb, or (neither) by its place before it. */
interface Order {
  readonly isTopical: boolean;
  readonly isVerbFirst: boolean;
}

/** A word before a mention that makes it an object, not the one bound. */
const OBLIQUE =
  /\b(?:of|to|by|from|with|against|for|in|on|at|between|about|concerning|its|their|his|her|de|del|da|do|das|dos|à|ao|aos|às|a la|al|por|pelo|pela|com|con|contra|en|em|no|na|du|des|aux?|par|avec|contre|von|vom|der|des|dem|mit|gegen|durch|bei|für)(?: (?:the|a|an|any|each|all|such|another|other|los|las|la|el|les|os|as|o|uma?|un|une|einem?|einer))?(?: \w+)?\s*$|(?:d['’](?:une? |autres )?|\b(?:à|de|par|avec|contre) l['’])$/iu;
/** Particles that mark the subject in Japanese and Korean. */
const TOPIC = /^(?:等)?(?:は|が|も|에 대하여는|은|는|이|가)(?!\p{Script=Katakana})/u;
const AGENT =
  /(?:\bby|\bpelo|\bpela|\bpor|\bpar|\bdurch|\bvon|由)\s*(?:(?:the|an?|a|el|la|le|die|der|den|dem)\s+)?(?:\w+\s+)?$/iu;

/** A function that tells whom a rule of this instrument binds or empowers, by the law's own defined terms first. */
export function addresseeReader(
  instrument: Instrument,
  language: string,
): (own: Clause | null, lead: Clause | null) => Addressee {
  const mentions = mentionsIn(instrument, language);
  const order = { isTopical: language === 'ja' || language === 'ko', isVerbFirst: language === 'ar' };
  const inClause = (clause: Clause | null): Addressee | null =>
    clause === null ? null : subjectOf(clause, mentions(clause.text), order);
  return (own, lead) => {
    if (own?.act !== null && own?.isMain === true) return inClause(own) ?? inClause(lead) ?? 'other';
    return inClause(lead) ?? inClause(own) ?? 'other';
  };
}

function subjectOf(clause: Clause, all: readonly Mention[], { isTopical, isVerbFirst }: Order): Addressee | null {
  if (all.length === 0) return null;
  if (isTopical) return (all.find((m) => TOPIC.test(clause.text.slice(m.end, m.end + 8))) ?? all[0])?.who ?? null;
  const act = clause.act;
  if (isVerbFirst) return afterVerb(clause, all);
  if (act === null) return all.find((m) => !OBLIQUE.test(clause.text.slice(0, m.start)))?.who ?? all[0]?.who ?? null;
  const before = all.filter((m) => m.start < act.end);
  const from = mainStart(clause.text, act.start);
  const isNamed = (m: Mention): boolean => !OBLIQUE.test(clause.text.slice(0, m.start));
  const head = clause.text.slice(from, act.start).trim();
  const isAnaphoric = head === '' || ASIDE.test(head) || PRONOUN.test(head);
  const subject =
    before.find((m) => m.start >= from && isNamed(m)) ??
    (isAnaphoric || from === 0 ? before.findLast(isNamed) : undefined);
  if (subject !== undefined) return subject.who;
  const agent = all.find((m) => m.start >= act.end && AGENT.test(clause.text.slice(0, m.start)));
  return agent?.who ?? before.at(-1)?.who ?? all[0]?.who ?? null;
}

/** Officials that a right is exercised before. */
const BEFORE_WHOM: ReadonlySet<Addressee> = new Set(['court', 'authority']);

/** The subject of an Arabic rule: it follows the verb, joined to 'may' by a preposition, without which nobody is named. */
function afterVerb({ act, text }: Clause, all: readonly Mention[]): Addressee | null {
  if (act === null) return all[0]?.who ?? null;
  if ((act.act === 'allow' || act.act === 'forbid') && !/^\s?(?:ل|على)/u.test(text.slice(act.end))) return null;
  const isSubject = (m: Mention): boolean =>
    m.end > act.start && !(act.act === 'entitle' && BEFORE_WHOM.has(m.who) && m.start > act.end);
  return (all.find(isSubject) ?? all[0])?.who ?? null;
}

/** What stands between the last comma and the modal is no subject but an aside: 'the Board, after hearing both, may'. */
const ASIDE =
  /^(?:after|at|as|by|before|for|from|if|in|including|on|or|pursuant|subject|to|under|unless|upon|when|where|whether|with|without|and|no|na|em|por|sem|mediante|\w+ing|\w+ly)\b/iu;

/** A subject that stands for one named before: 'Where a keeper …, it shall'. */
const PRONOUN = /\b(?:it|he|she|they|the latter|este|esta|esse|essa|ele|ela|éste|ésta|il|elle|ils|elles|er|sie|es)\b/iu;

/** Where the main clause begins: after an opening 'Where …,' or 'Subject to …,'. */
function mainStart(text: string, act: number): number {
  const opening =
    /^\s*(?:[\p{L}\d().]{1,6}\s+)?(?:where|if|when|before|after|unless|in|for|subject|without|notwithstanding|despite|upon|on|with|by|to|quando|caso|se|na|no|nos|nas|em|cuando|si|para|sujeto|no obstante|lorsque?|sous|wenn|sofern)\b/iu;
  const head = text.slice(0, act);
  if (!opening.test(head)) return 0;
  return head.lastIndexOf(',') + 1;
}

/** A word's edge that knows accents: the `\b` of regular expressions ends a word at 'é'. */
const EDGE = '(?:(?<![\\p{L}\\d])(?=[\\p{L}\\d])|(?<=[\\p{L}\\d])(?![\\p{L}\\d]))';
const readers = new WeakMap<Instrument, (text: string) => readonly Mention[]>();

function mentionsIn(instrument: Instrument, language: string): (text: string) => readonly Mention[] {
  const ready = readers.get(instrument);
  if (ready !== undefined) return ready;
  const edge = /^(?:zh|ja|ko|th)$/u.test(language) ? '' : EDGE;
  const named = definedActors(instrument).map(
    ({ term, addressee }) => [addressee, escaped(term), `${edge}${escaped(term)}(?:e?s)?${edge}`] as const,
  );
  const words = (ACTOR_WORDS[language] ?? []).map(
    ([who, pattern]) => [who, pattern, pattern.replaceAll('\\b', EDGE)] as const,
  );
  const actors = [...named, ...words].map(([who, plain, pattern]) => ({ who, ...sought(pattern, 'giu', plain) }));
  const known = new Map<string, readonly Mention[]>();
  const read = (text: string): readonly Mention[] => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const out: Mention[] = [];
    const lower = text.toLowerCase();
    for (const { who, expression, needed } of actors) {
      if (!mayMatch(lower, needed)) continue;
      for (const match of text.matchAll(expression)) {
        const mention = { who, start: match.index, end: match.index + match[0].length };
        if (!out.some((m) => m.start < mention.end && mention.start < m.end)) out.push(mention);
      }
    }
    out.sort((a, b) => a.start - b.start);
    known.set(text, out);
    return out;
  };
  readers.set(instrument, read);
  return read;
}

const escaped = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
