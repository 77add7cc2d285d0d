import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { progressOn } from '../../src/cli/progress.js';

/** What is told of a stage of `steps` subjects that take `eachMs` each. */
function told(steps: number, eachMs: number): string {
  let clock = 0;
  const stream = new PassThrough();
  const progress = progressOn(stream as unknown as NodeJS.WriteStream, () => clock);
  progress.begin('read', steps);
  for (let i = 0; i < steps; i += 1) {
    clock += eachMs;
    progress.step('read', `law-${i}`);
  }
  progress.end('read', steps, 0);
  return String(stream.read());
}

describe('progress off a terminal', () => {
  it('tells every ten seconds how far it is and what is left by the pace so far', () => {
    expect(told(30, 1_000)).toBe(
      'read      10 of 30, about 20 s left\nread      20 of 30, about 10 s left\nread      30 done (30.0 s)\n',
    );
  });

  it('tells of short work only that it is done', () => {
    expect(told(5, 100)).toBe('read      5 done (0.5 s)\n');
  });

  it('speaks of minutes where there are many', () => {
    expect(told(100, 6_000)).toContain('read      2 of 100, about 10 min left');
  });
});
