/** The results of `work` in the order of the items, with up to `ahead` of them under way at once. */
export async function* inOrder<T, R>(
  items: readonly T[],
  ahead: number,
  work: (item: T) => Promise<R>,
): AsyncIterable<readonly [T, R]> {
  const underWay: Promise<R>[] = [];
  const start = (i: number): void => {
    const item = items[i];
    if (item === undefined) return;
    const promise = work(item);
    // Awaited in its turn; until then a failure must not end the process.
    promise.catch(() => undefined);
    underWay.push(promise);
  };
  for (let i = 0; i < Math.min(ahead, items.length); i += 1) start(i);
  for (const [i, item] of items.entries()) {
    const next = underWay.shift();
    if (next === undefined) return;
    const result = await next;
    start(i + ahead);
    yield [item, result];
  }
}

/** Before the first of `count` tasks: who will be needed makes ready for it, and so does the study for what will be written, which is to be awaited. */
export function makeReady(
  count: number,
  study: { begin(): Promise<void> },
  crew: { expect?(count: number): void },
): Promise<void> {
  if (count === 0) return Promise.resolve();
  crew.expect?.(count);
  const ready = study.begin();
  ready.catch(() => undefined); // Thrown where it is awaited.
  return ready;
}
