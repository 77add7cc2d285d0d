/**
 * What a mark is painted with: a role, not a colour, so that a page can be dark and print can be black. `series-0`… are
 * told apart by colour-blind eyes; `level-0`…`level-9` are one hue from pale to dark.
 */
export type Ink =
  | 'ink'
  | 'soft'
  | 'line'
  | 'accent'
  | 'paper'
  | 'land'
  | `series-${0 | 1 | 2 | 3 | 4 | 5}`
  | `level-${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

interface Painted {
  readonly fill?: Ink;
  readonly stroke?: Ink;
  readonly strokeWidth?: number;
  readonly opacity?: number;
  /** Words shown when one points at the mark and read aloud. */
  readonly title?: string;
  /** Address from the report's root. */
  readonly href?: string;
  /** What scripts find the mark by. */
  readonly data?: Readonly<Record<string, string>>;
}

/** Coordinates are in points, y downwards. */
export type Mark =
  | (Painted & {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    })
  | (Painted & {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly isDashed?: boolean;
    })
  | (Painted & { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number })
  | (Painted & { readonly kind: 'path'; readonly d: string })
  | (Painted & {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size?: number;
      readonly anchor?: 'start' | 'middle' | 'end';
      readonly isBold?: boolean;
      /** Degrees clockwise around (x, y). */
      readonly turn?: number;
    });

/** A drawing before anyone decides whether it becomes SVG, TikZ or part of a PDF. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** What it shows, in one sentence, for readers who hear it. */
  readonly label: string;
  readonly marks: readonly Mark[];
}

/** Size of type in a scene, in points. */
export const TYPE_SIZE = 11;

/** Colours on white paper: Okabe and Ito's for series, one blue hue for levels. @see https://jfly.uni-koeln.de/color/ */
export const COLOURS: Readonly<Record<Ink, string>> = {
  ink: '#1c1b19',
  soft: '#5c5850',
  line: '#c9c4b8',
  accent: '#8a3b12',
  paper: '#ffffff',
  land: '#e6e2d8',
  'series-0': '#0072b2',
  'series-1': '#d55e00',
  'series-2': '#009e73',
  'series-3': '#cc79a7',
  'series-4': '#e69f00',
  'series-5': '#56b4e9',
  'level-0': '#f3f8fd',
  'level-1': '#e1edf8',
  'level-2': '#cde0f1',
  'level-3': '#b3d3e8',
  'level-4': '#93c3df',
  'level-5': '#72b1d7',
  'level-6': '#539dcc',
  'level-7': '#2a70ad',
  'level-8': '#1a5a99',
  'level-9': '#0a3d78',
};

/** The step of the scale that a figure in [0,1] falls on. */
export function levelOf(value: number): Ink {
  const step = Math.min(9, Math.max(0, Math.floor(value * 10)));
  return `level-${step as 0}`;
}

/** The ink in which words are read on a step of the scale. */
export function inkOn(value: number): Ink {
  return value >= 0.7 ? 'paper' : 'ink';
}
