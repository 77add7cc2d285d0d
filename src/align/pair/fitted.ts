import type { ScoreWeights } from './combine.js';

/** Written by `npm run fit-align` from 6 pairs of the development alignments; do not edit by hand. */
export const FITTED: ScoreWeights = {
  sameLanguage: [
    1.381, 0.786, 1.675, 2.562, 1.849, 0.859, 1.536, 2.081, 1.323, 0.091, 2.023, 0.002, 0.883, 1.933, 4.164, -0.655,
    1.999, 2.015, 0.039,
  ],
  acrossLanguages: [
    1.381, 0.786, 1.675, 2.562, 1.878, 1.108, 1.394, 2.342, 1.323, -0.24, 1.716, 0.004, 0.603, 2.543, 3.768, -1.371,
    1.197, 2.272, 0.059,
  ],
  firstSight: [
    [0.6641, -8.2532],
    [0.8997, -8.0468],
  ],
  context: [0.856, 0.233, 2.452, 2.844],
  inContext: [
    [0.6278, -6.9162],
    [0.8156, -6.6898],
  ],
  links: { best: 0.16, further: 0.3, close: 0.75 },
  relation: {
    equivalent: [-0.719, 0.934, 0.583, 0.151, -0.705, 0.165, 0.051, 0.053],
    directional: [-0.608, 1.215, 0.573, 0.001, -0.326, 0.006, -0.273, -0.764],
    direction: [0.489, -0.388, 0.872],
  },
};
