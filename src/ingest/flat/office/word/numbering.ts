import { allNamed, attribute, childNamed, type Element } from '../../../structured/dom.js';

/** How one level of a list prints its number (`w:lvl`). */
export interface Level {
  readonly format: string;
  /** `Article %1`, `%1.%2`, `(%3)`. */
  readonly text: string;
  readonly start: number;
  /** The level (from 1) that sets this one back; 0 never, null any level above. */
  readonly restartsAfter: number | null;
  /** All numbers shown are in digits, however their own levels write them. */
  readonly isLegal: boolean;
  /** The paragraph style that stands at this level, '' for none. */
  readonly style: string;
}

/** A list as paragraphs name it (`w:num`). */
export interface List {
  /** Lists of one pattern (`w:abstractNum`) go on counting from each other; those that only share a list style do not. */
  readonly pattern: string;
  /** By level from 0. */
  readonly levels: ReadonlyMap<number, Level>;
  /** Where this list starts anew, by level. */
  readonly restarts: ReadonlyMap<number, number>;
}

/** What a paragraph says of its number itself; null where it says nothing. */
export interface Asked {
  readonly style: string | null;
  readonly list: string | null;
  readonly level: number | null;
}

interface Style extends Asked {
  readonly parent: string;
}

/** Styles name styles that name styles; a circle of them must end. */
const MOST_STYLES = 20;
/** Word prints no longer number; what is beyond is no number. */
const MOST_LETTERS = 255;

/** The lists and styles of a Word document: which list and level a paragraph counts in. */
export class Numbering {
  private readonly lists = new Map<string, List>();
  private readonly styles = new Map<string, Style>();

  /** Takes the outermost elements of `numbering.xml` and `styles.xml`. */
  constructor(numbering: readonly Element[], styles: readonly Element[]) {
    for (const style of allNamed(styles, 'style'))
      this.styles.set(attribute(style, 'w:styleId'), {
        ...askedOf(childNamed(style, 'pPr')),
        parent: valOf(style, 'basedOn') ?? '',
      });
    const patterns = new Map(
      allNamed(numbering, 'abstractNum').map((p) => [attribute(p, 'w:abstractNumId'), p] as const),
    );
    const nums = new Map(allNamed(numbering, 'num').map((n) => [attribute(n, 'w:numId'), n] as const));
    for (const [id, num] of nums) {
      const pattern = this.patternOf(num, nums, patterns);
      if (pattern !== null) this.lists.set(id, listOf(num, pattern));
    }
  }

  /** The list and the level (from 0) of a paragraph; null where Word counts nothing. */
  placeOf(asked: Asked): { readonly id: string; readonly list: List; readonly level: number } | null {
    const chain = this.chainOf(asked.style);
    const id = asked.list ?? chain.find((s) => s.list !== null)?.list ?? null;
    const list = id === null ? undefined : this.lists.get(id);
    if (id === null || list === undefined) return null;
    const names = asked.list === null ? chain.map((s) => s.name) : [];
    const byStyle = names.flatMap((name) => [...list.levels].filter(([, l]) => l.style === name).map(([n]) => n))[0];
    const level = asked.level ?? byStyle ?? chain.find((s) => s.level !== null)?.level ?? 0;
    return { id, list, level };
  }

  /** A style and those that it is based on, nearest first. */
  private chainOf(name: string | null): readonly (Style & { readonly name: string })[] {
    const chain: (Style & { name: string })[] = [];
    for (let at = name ?? ''; chain.length < MOST_STYLES; ) {
      const style = this.styles.get(at);
      if (style === undefined) break;
      chain.push({ ...style, name: at });
      at = style.parent;
    }
    return chain;
  }

  /** The pattern of a list; one that only names a style is that style's. */
  private patternOf(
    num: Element,
    nums: ReadonlyMap<string, Element>,
    patterns: ReadonlyMap<string, Element>,
  ): Element | null {
    let at: Element | undefined = num;
    for (let steps = 0; at !== undefined && steps < MOST_STYLES; steps += 1) {
      const pattern: Element | undefined = patterns.get(valOf(at, 'abstractNumId') ?? '');
      const link: string | null = pattern === undefined ? null : valOf(pattern, 'numStyleLink');
      if (link === null) return pattern ?? null;
      at = nums.get(this.styles.get(link)?.list ?? '');
    }
    return null;
  }
}

/** What paragraph properties (`w:pPr`) ask for. */
export function askedOf(properties: Element | null): Asked {
  const numbers = properties === null ? null : childNamed(properties, 'numPr');
  return {
    style: properties === null ? null : valOf(properties, 'pStyle'),
    list: numbers === null ? null : valOf(numbers, 'numId'),
    level: numbers === null ? null : wholeOf(valOf(numbers, 'ilvl')),
  };
}

function listOf(num: Element, pattern: Element): List {
  const levels = new Map(levelsOf(pattern));
  const restarts = new Map<number, number>();
  for (const change of num.elements.filter((e) => e.name === 'lvlOverride')) {
    const at = wholeOf(attribute(change, 'w:ilvl'));
    const start = wholeOf(valOf(change, 'startOverride'));
    if (at !== null && start !== null) restarts.set(at, start);
    for (const [n, level] of levelsOf(change)) levels.set(n, level);
  }
  return { pattern: valOf(num, 'abstractNumId') ?? '', levels, restarts };
}

function levelsOf(around: Element): [number, Level][] {
  return around.elements.filter((e) => e.name === 'lvl').map((e) => [wholeOf(attribute(e, 'w:ilvl')) ?? 0, levelOf(e)]);
}

function levelOf(element: Element): Level {
  const legal = childNamed(element, 'isLgl');
  return {
    format: valOf(element, 'numFmt') ?? 'decimal',
    text: (valOf(element, 'lvlText') ?? '').slice(0, MOST_LETTERS),
    start: wholeOf(valOf(element, 'start')) ?? 0,
    restartsAfter: wholeOf(valOf(element, 'lvlRestart')),
    isLegal: legal !== null && !/^(?:0|false|off)$/u.test(attribute(legal, 'w:val')),
    style: valOf(element, 'pStyle') ?? '',
  };
}

function valOf(element: Element, child: string): string | null {
  const found = childNamed(element, child);
  return found === null ? null : attribute(found, 'w:val');
}

/** A whole number from 0; null for anything else. */
function wholeOf(value: string | null): number | null {
  return value !== null && /^\d{1,9}$/u.test(value) ? Number(value) : null;
}
