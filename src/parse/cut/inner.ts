import type { ProvisionKind } from '../../model/index.js';
import type { DraftUnit } from '../draft.js';
import { splitEnumeration } from './enumeration.js';

/** A level of numbering inside an article: its marks at a line's start (group 1) and the words after (group 2). */
export interface Level {
  readonly kind: ProvisionKind;
  readonly mark: RegExp;
}

/** Depth of basic units in drafts of flat text: below every division. */
export const BODY_DEPTH = 10;

/** How the words of a basic unit are cut: line feeds part wrapped lines, blank lines part paragraphs. */
export type Cut = (body: string, depth: number) => readonly DraftUnit[];

/** A unit of a draft with the usual defaults. */
export function unit(
  kind: DraftUnit['kind'],
  depth: number,
  num: string | null,
  text: string,
  heading: string | null = null,
): DraftUnit {
  return { kind, tier: null, depth, num, heading, text, status: 'in-force' };
}

/** Cuts by the enumeration shared with structured sources. */
export const enumerated: Cut = (body, depth) => splitEnumeration(body, depth);

/**
 * A cut by fixed levels, outermost first. Lines without mark are paragraphs of their own where `paragraphs` is set (they
 * are counted, not numbered), else they go on with the words before.
 */
export function levelled(levels: readonly Level[], paragraphs: boolean): Cut {
  return (body, depth) => {
    const units: DraftUnit[] = [];
    for (const words of body.split(/\n+/u).filter((l) => l !== '')) {
      const at = levels.findIndex((l) => l.mark.test(words));
      const level = levels[at];
      const found = level?.mark.exec(words);
      const last = units.at(-1);
      if (level && found)
        units.push(unit(level.kind, depth + 1 + at - (paragraphs ? 0 : 1), found[1] ?? null, found[2] ?? ''));
      else if (paragraphs || last === undefined) units.push(unit('paragraph', depth, null, words));
      else units[units.length - 1] = { ...last, text: `${last.text} ${words}`.trim() };
    }
    return units;
  };
}
