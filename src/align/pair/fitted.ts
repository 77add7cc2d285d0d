import type { ScoreWeights } from './combine.js';

/** Written by `npm run fit-align` from 6 pairs of the development alignments; do not edit by hand. */
export const FITTED: ScoreWeights = {
  sameLanguage: [
    1.169, 0.051, 1.728, 2.439, 2.062, 0.58, 1.751, 2.141, 1.651, 0.219, 2.281, 0.001, 0.981, 1.985, 2.227, -1.213,
    2.446, 1.799, 0,
  ],
  acrossLanguages: [
    1.169, 0.051, 1.728, 2.439, 2.125, 1.102, 1.475, 2.496, 1.651, -0.163, 1.667, 0.002, 0.855, 2.556, 1.767, -1.838,
    1.481, 2.059, 0,
  ],
  firstSight: [
    [0.6247, -7.8541],
    [0.9297, -7.9839],
  ],
  context: [0.565, 0.577, 2.573, 2.821],
  inContext: [
    [0.7462, -4.6644],
    [0.8579, -4.2209],
  ],
  links: { best: 0.16, further: 0.3, close: 0.75 },
  relation: {
    equivalent: [-0.731, 1.329, 0.451, 0.059, -0.757, 0.245, -0.067, -0.018],
    directional: [-0.648, 1.441, 0.355, 0.113, -0.42, 0.058, -0.417, -0.863],
    direction: [0.524, -0.519, 0.872],
  },
};
