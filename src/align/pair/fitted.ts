import type { ScoreWeights } from './combine.js';

/** Written by `npm run fit-align` from 6 pairs of the development alignments; do not edit by hand. */
export const FITTED: ScoreWeights = {
  sameLanguage: [
    1.398, 0.693, 1.697, 2.512, 1.879, 0.905, 1.592, 1.982, 1.29, 0.093, 1.977, 0.002, 0.962, 2.014, 4.297, -0.619,
    1.916, 1.898, 0.036,
  ],
  acrossLanguages: [
    1.398, 0.693, 1.697, 2.512, 1.946, 1.128, 1.509, 2.263, 1.29, -0.248, 1.728, 0.004, 0.656, 2.63, 3.884, -1.642,
    1.084, 2.197, 0.055,
  ],
  firstSight: [
    [0.6663, -8.205],
    [0.8912, -7.9904],
  ],
  context: [0.886, 0.2, 2.521, 2.895],
  inContext: [
    [0.6146, -7.0484],
    [0.8025, -6.8752],
  ],
  links: { best: 0.12, further: 0.1, close: 0.75 },
  relation: {
    equivalent: [-0.581, 0.892, 0.521, 0.079, -0.678, 0.21, -0.044, 0.137],
    directional: [-0.593, 1.213, 0.477, -0.01, -0.252, 0.022, -0.326, -0.702],
    direction: [0.468, -0.401, 0.863],
  },
};
