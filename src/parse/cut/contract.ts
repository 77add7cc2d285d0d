import type { DraftUnit } from '../draft.js';
import { unit } from './inner.js';
import { ranked } from './ranked.js';

/** A line that says for which of several contracts the words below it are written. */
const MODULE = /^(?<num>MODULE (?:ONE|TWO|THREE|FOUR|FIVE|\d))\s*[:–—-]\s*(?<title>.*)$/gmu;
/** Alternatives that the parties choose from, in the words of one unit. */
const OPTION = /\[?OPTION \d\b:?/gu;

/**
 * Cuts a clause of a model contract. Where it says different things for different modules, each module is a unit that holds its own
 * paragraphs, whose numbers begin anew; lines that name modules one below the other share the words below them. A clause
 * that names the same modules throughout says the same for all of them, and the names stay its words.
 */
export function cutClause(body: string, depth: number): DraftUnit[] {
  const groups = groupsOf(body);
  if (new Set(groups.map((g) => g.num)).size < 2) return ranked(body, depth).flatMap(withOptions);
  const opening = ranked(body.slice(0, groups[0]?.start), depth);
  const modules = groups.flatMap(({ num, title, end }, at) => [
    unit('division', depth, num, '', title),
    ...ranked(body.slice(end, groups[at + 1]?.start), depth + 1),
  ]);
  return [...opening, ...modules].flatMap(withOptions);
}

interface Group {
  readonly start: number;
  end: number;
  readonly num: string;
  title: string;
}

function groupsOf(body: string): Group[] {
  const groups: Group[] = [];
  for (const found of body.matchAll(MODULE)) {
    const { num = '', title = '' } = found.groups ?? {};
    const [start, end] = [found.index, found.index + found[0].length];
    const last = groups.at(-1);
    if (last !== undefined && body.slice(last.end, start).trim() === '') {
      last.title += ` ${found[0]}`;
      last.end = end;
    } else groups.push({ start, end, num, title });
  }
  return groups;
}

/** Each option is a unit inside the one whose words offer it. */
function withOptions(whole: DraftUnit): DraftUnit[] {
  const options = [...whole.text.matchAll(OPTION)];
  if (options.length < 2 && options[0]?.index !== 0) return [whole];
  const depth = whole.kind === 'text' ? whole.depth : whole.depth + 1;
  const parts = options.map((found, at) => {
    const [from, until] = [found.index + found[0].length, options[at + 1]?.index];
    return unit('division', depth, found[0], whole.text.slice(from, until).trim());
  });
  return [{ ...whole, text: whole.text.slice(0, options[0]?.index).trim() }, ...parts];
}
