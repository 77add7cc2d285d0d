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
