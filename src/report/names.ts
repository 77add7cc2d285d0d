/**
 * Returns a file name (without extension) for each id, safe on every system and told apart even where two ids differ
 * only by case or punctuation. The same ids give the same names, whatever their order.
 */
export function fileNames(ids: Iterable<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of [...new Set(ids)].sort()) {
    const plain = id
      .toLowerCase()
      .replace(/\//g, '_')
      .replace(/[^a-z0-9._-]/g, '-')
      .replace(/^\.+/, '-');
    let name = plain;
    for (let n = 2; taken.has(name); n += 1) name = `${plain}-${n}`;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}
