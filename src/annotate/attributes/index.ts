import type { Addressee, Force, Modality } from '../../model/index.js';

/** How a rule binds, read from its words. */
export interface Attributes {
  readonly modality: Modality;
  readonly force: Force;
  readonly addressee: Addressee;
}

/** Modality, force and addressee of a unit's words; `family` tells definitions apart. */
export function attributes(text: string, family: string): Attributes {
  return { modality: modalityOf(text, family), force: forceOf(text), addressee: addresseeOf(text) };
}

function modalityOf(text: string, family: string): Modality {
  if (family === 'concepts') return 'definition';
  if (/\b(shall|must|may) not\b|\bno party (shall|may)\b|\bprohibited\b/i.test(text)) return 'prohibition';
  if (/\bright to\b|\bentitled to\b/i.test(text)) return 'right';
  if (/\b(authority|commission|minister|government) may\b/i.test(text)) return 'power';
  if (/\b(shall|must)\b/i.test(text)) return 'obligation';
  return /\bmay\b/i.test(text) ? 'permission' : 'statement';
}

function forceOf(text: string): Force {
  return /\b(endeavou?r|should|recogni[sz]es?|encourage|may cooperate)\b/i.test(text) ? 'soft' : 'hard';
}

const ADDRESSEES: readonly (readonly [Addressee, RegExp])[] = [
  ['controller', /\b(controller|fiduciary|organi[sz]ation)\b/i],
  ['processor', /\bprocessor\b/i],
  ['state', /\b(part(y|ies)|member states?)\b/i],
  ['authority', /\b(authority|commission|minister|government|board)\b/i],
  ['court', /\bcourts?\b/i],
  ['provider', /\bprovider\b/i],
  ['individual', /\b(data subject|person|individual|consumer)s?\b/i],
];

/** The actor named first in the words; at a tie the earlier row wins. */
function addresseeOf(text: string): Addressee {
  const hits = ADDRESSEES.map(([who, words]) => ({ who, at: text.search(words) })).filter((h) => h.at >= 0);
  return hits.sort((a, b) => a.at - b.at)[0]?.who ?? 'other';
}
