import { Presets, SingleBar } from 'cli-progress';

/** What a stage tells as it goes on. */
export interface StageProgress {
  begin(stage: string, total: number): void;
  step(stage: string, subject: string): void;
  end(stage: string, redone: number, kept: number): void;
}

/** A bar a stage on a terminal; one quiet line a stage elsewhere. */
export function progressOn(stream: NodeJS.WriteStream): StageProgress {
  let started = performance.now();
  let bar: SingleBar | null = null;
  return {
    begin(stage, total) {
      started = performance.now();
      if (!stream.isTTY) return;
      bar = new SingleBar(
        {
          format: `${stage.padEnd(9)} {bar} {value}/{total} {subject} {eta_formatted} left`,
          hideCursor: true,
          clearOnComplete: true,
        },
        Presets.shades_grey,
      );
      bar.start(total, 0, { subject: '' });
    },
    step(_stage, subject) {
      bar?.increment(1, { subject });
    },
    end(stage, redone, kept) {
      bar?.stop();
      bar = null;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      stream.write(`${stage.padEnd(9)} ${redone} done${kept > 0 ? `, ${kept} unchanged` : ''} (${seconds} s)\n`);
    },
  };
}
