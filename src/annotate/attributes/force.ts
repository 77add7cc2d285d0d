import type { Force } from '../../model/index.js';
import type { ActGrammar } from './acts/index.js';
import type { Clause } from './clause.js';

const compiled = new WeakMap<ActGrammar, RegExp>();
/** Soft words count where they stand no further than this after the act: 'shall, to the extent possible, endeavour'. */
const REACH = 80;
/** A list item that opens with a soft verb ('encourage the use of codes') is soft whatever verb introduces it. */
const OPENING = 24;

/** Soft where the words that do the act only ask, encourage or recognise; a power is hard. Hard where no grammar is written. */
export function forceOf(own: Clause | null, lead: Clause | null, grammar: ActGrammar | null): Force {
  if (grammar === null) return 'hard';
  let soft = compiled.get(grammar);
  if (soft === undefined) {
    soft = new RegExp(grammar.soft, 'iu');
    compiled.set(grammar, soft);
  }
  if (own !== null && !own.isMain && soft.test(own.text.slice(0, OPENING))) return 'soft';
  const clause = own?.act !== null && own?.isMain === true ? own : (lead ?? own);
  return clause !== null && isSoft(clause, soft, grammar) ? 'soft' : 'hard';
}

function isSoft(clause: Clause, soft: RegExp, grammar: ActGrammar): boolean {
  if (clause.act === null) return soft.test(clause.text);
  const { start, end } = clause.act;
  const window =
    grammar.verb === 'last'
      ? clause.text.slice(Math.max(0, start - REACH), end + 2)
      : clause.text.slice(start, end + REACH);
  return soft.test(window);
}
