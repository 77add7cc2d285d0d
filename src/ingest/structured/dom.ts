import { Parser } from 'htmlparser2';
import { MAX_NESTING, RefusedFile, TOO_DEEP } from '../limits.js';

/**
 * One element of the publisher's markup: what readers ask for and no more. Words are plain strings; comments and
 * processing instructions are left out. To make a tree of these takes 3 % more time than only to read the tags; a document
 * object model takes 15 % more, and as much again to clear away (DSA, 0.8 MB).
 */
export interface Element {
  /** The local tag name, without namespace prefix; one that every object inherits (`constructor`) is marked, so that no table of names finds it. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and runs of words in reading order. */
  readonly children: readonly (Element | string)[];
  /** The child elements alone, in order. */
  readonly elements: readonly Element[];
}

interface Growing extends Element {
  readonly children: (Element | string)[];
  elements: Element[];
}

/** Shared by all elements that hold only words; never written to. */
const NONE: Element[] = [];

/**
 * The outermost elements of a document; XML unless `html`, which forgives unclosed tags.
 *
 * @throws RefusedFile where elements nest deeper than any law's
 */
export function readElements(markup: string, html = false): readonly Element[] {
  const root = elementNamed('', {});
  const open: Growing[] = [];
  let around = root;
  // Entities and comments part a run of words for the parser, not for a reader.
  let runsOn = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = elementNamed(localName(name), attributes);
        around.children.push(element);
        if (around.elements === NONE) around.elements = [element];
        else around.elements.push(element);
        if (open.push(around) > MAX_NESTING) throw new RefusedFile(TOO_DEEP);
        around = element;
        runsOn = false;
      },
      ontext(words) {
        const { children } = around;
        if (runsOn) children[children.length - 1] += words;
        else children.push(words);
        runsOn = true;
      },
      onclosetag() {
        around = open.pop() ?? root;
        runsOn = false;
      },
    },
    { xmlMode: !html },
  );
  parser.end(markup);
  return root.elements;
}

function elementNamed(name: string, attributes: Readonly<Record<string, string>>): Growing {
  return { name, attributes, children: [], elements: NONE };
}

/** Local names by tag: a vocabulary has some hundred, and names that are the same string are quick to compare. */
const NAMES = new Map<string, string>();
const MOST_NAMES = 2000;

function localName(tag: string): string {
  const known = NAMES.get(tag);
  if (known !== undefined) return known;
  const name = tag.replace(/^.*:/u, '');
  const safe = name in Object.prototype ? `${name}-element` : name;
  if (NAMES.size < MOST_NAMES) NAMES.set(tag, safe);
  return safe;
}

/** An attribute's value, '' where it is missing. */
export function attribute(element: Element, name: string): string {
  return element.attributes[name] ?? '';
}

/** The first child element of one of these names, or null. */
export function childNamed(element: Element, ...names: string[]): Element | null {
  return element.elements.find((e) => names.includes(e.name)) ?? null;
}

/** The first element of this name at any depth, or null. */
export function firstNamed(roots: readonly Element[], name: string): Element | null {
  for (const element of roots) {
    const found = element.name === name ? element : firstNamed(element.elements, name);
    if (found) return found;
  }
  return null;
}

/** All elements of this name at any depth, outermost only, in document order. */
export function allNamed(roots: readonly Element[], name: string): Element[] {
  const found: Element[] = [];
  collect(roots, name, found);
  return found;
}

function collect(roots: readonly Element[], name: string, found: Element[]): void {
  for (const element of roots) {
    if (element.name === name) found.push(element);
    else collect(element.elements, name, found);
  }
}
