import { generator } from '../../text/random.js';
import type { ElementsReader } from '../divergence/elements.js';
import { addMarks, PROFILE_SIZE } from '../divergence/profile.js';
import type { Side } from '../sides/sides.js';

/** One side × code in every bootstrap draw. */
export interface Drawn {
  /** 0 absent, 0.5 soft, 1 hard, one a draw. */
  readonly stance: Float32Array;
  /** `PROFILE_SIZE` numbers a draw, zeros where it was not found; null where no draw can find the code. */
  readonly profile: Float32Array | null;
}

/**
 * Resampled answers of a side. A coding survives a draw with its confidence as probability, which decides the stance; the survivors
 * are resampled with replacement, which decides how the rule is made. What no text covers is drawn from all three answers alike, so that
 * missing coverage widens the interval. The seed is mixed with side and code: other sides change nothing.
 */
export function drawSide(
  side: Side,
  codes: readonly string[],
  elements: ElementsReader,
  seed: number,
  draws: number,
): readonly Drawn[] {
  return codes.map((code) => {
    const random = generator(seed, `${side.id}\n${code}`);
    const unknown = side.covers.has(code) ? () => 0 : () => Math.floor(random() * 3) / 2;
    const annotations = side.annotations.get(code) ?? [];
    const stance = new Float32Array(draws);
    if (annotations.length === 0) return { stance: stance.map(unknown), profile: null };
    const marks = annotations.map(elements);
    const isHard = annotations.map((a) => a.force === 'hard');
    const confidence = annotations.map((a) => a.confidence);
    const alive = new Int32Array(annotations.length);
    const profile = new Float32Array(draws * PROFILE_SIZE);
    for (let d = 0; d < draws; d++) {
      let living = 0;
      let hard = false;
      for (let i = 0; i < confidence.length; i++) {
        if (random() >= (confidence[i] ?? 0)) continue;
        alive[living++] = i;
        if (isHard[i] === true) hard = true;
      }
      if (living === 0) {
        stance[d] = unknown();
        continue;
      }
      stance[d] = hard ? 1 : 0.5;
      for (let n = 0; n < living; n++) {
        const i = alive[Math.floor(random() * living)] ?? 0;
        addMarks(profile, d * PROFILE_SIZE, marks[i] ?? [], 1 / living);
      }
    }
    return { stance, profile };
  });
}
