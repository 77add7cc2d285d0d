import { Presets, SingleBar } from 'cli-progress';

/** What a stage tells as it goes on. */
export interface StageProgress {
  begin(stage: string, total: number): void;
  step(stage: string, subject: string): void;
  end(stage: string, redone: number, kept: number): void;
}

/** Work that lasts less needs no estimate. */
const ESTIMATED_AFTER_MS = 2_000;
/** Off a terminal a line is told so often: a log is read afterwards. */
const LINE_EVERY_MS = 10_000;

/**
 * Progress with an estimate of what is left, for work of more than two seconds: a bar a stage on a terminal, a line every ten seconds
 * elsewhere. The estimate is of the stage alone and supposes that what is left takes as long, one by one, as what was done.
 */
export function progressOn(stream: NodeJS.WriteStream, now: () => number = () => performance.now()): StageProgress {
  let started = now();
  let told = started;
  let [done, total] = [0, 0];
  let bar: SingleBar | null = null;
  const left = (): string => {
    const tookMs = now() - started;
    if (done === 0 || tookMs < ESTIMATED_AFTER_MS) return '';
    return `about ${inWords((tookMs / done) * (total - done))} left`;
  };
  return {
    begin(stage, count) {
      [started, told, done, total] = [now(), now(), 0, count];
      if (!stream.isTTY) return;
      // The cursor stays: Ctrl-C ends the process at once, and nobody would bring it back.
      const format = `${stage.padEnd(9)} {bar} {value}/{total} {subject} {left}`;
      bar = new SingleBar({ format, clearOnComplete: true }, Presets.shades_grey);
      bar.start(count, 0, { subject: '', left: '' });
    },
    step(stage, subject) {
      done += 1;
      bar?.increment(1, { subject, left: left() });
      if (bar !== null || done === total || now() - told < LINE_EVERY_MS) return;
      told = now();
      stream.write(`${stage.padEnd(9)} ${done} of ${total}, ${left()}\n`);
    },
    end(stage, redone, kept) {
      bar?.stop();
      bar = null;
      const seconds = ((now() - started) / 1000).toFixed(1);
      stream.write(`${stage.padEnd(9)} ${redone} done${kept > 0 ? `, ${kept} unchanged` : ''} (${seconds} s)\n`);
    },
  };
}

/** A stage whose total is known at its first step only. */
export function counted(
  stage: string,
  progress: StageProgress,
): { step: (subject: string, of: number) => void; end: (done: number) => void } {
  let isBegun = false;
  const begin = (of: number): void => {
    if (!isBegun) progress.begin(stage, of);
    isBegun = true;
  };
  return {
    step(subject, of) {
      begin(of);
      progress.step(stage, subject);
    },
    end(done) {
      begin(done);
      progress.end(stage, done, 0);
    },
  };
}

function inWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
