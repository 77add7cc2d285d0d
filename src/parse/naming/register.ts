/** Gives each name once: one that is taken is told from its twins by its place among them (2 for the second). */
export class Register {
  private readonly taken = new Set<string>();
  /** How many twins of a name have been given. */
  private readonly twins = new Map<string, number>();

  /** @param twinName the name of the twin at a place: `art_1_2`, `1[2]` */
  constructor(private readonly twinName: (wanted: string, place: number) => string) {}

  /** The name itself, or that of its next free twin. */
  claim(wanted: string): string {
    if (this.add(wanted)) return wanted;
    let count = this.twins.get(wanted) ?? 0;
    let name: string;
    do {
      count += 1;
      name = this.twinName(wanted, count + 1);
    } while (!this.add(name));
    this.twins.set(wanted, count);
    return name;
  }

  /** False where it is there already: to see that by its size needs one look where `has` would need two. */
  private add(name: string): boolean {
    const { size } = this.taken;
    return this.taken.add(name).size > size;
  }
}
