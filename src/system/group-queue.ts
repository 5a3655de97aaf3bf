/** Groups that may be under way at once: while PostgreSQL writes one, the next is gathered. */
const lanes = 2;
/** Members of one group at most, and how many are not worth parting among lanes. */
const groupSize = { most: 64, least: 8 } as const;

/** Somebody who would do the same as others at the same time. */
export interface Joining<Member> {
  /** Those of one place may make up a group. */
  readonly place: readonly [object, string];
  readonly member: Member;
  /** Does it for all of them. Never rejects: it tells each what became of it. */
  run(group: readonly Member[]): Promise<void>;
}

/** Makes groups of those who come while others are under way. Whoever comes alone goes at once. */
export class GroupQueue {
  #waiting: Joining<never>[] = [];
  #busy = 0;
  #called = false;

  /** Goes along with the next group of its place. */
  join<Member>(one: Joining<Member>): void {
    this.#waiting.push(one as Joining<never>);
    this.#call();
  }

  /** Whoever comes in the same turn of the loop goes along. */
  #call(): void {
    if (this.#called || this.#busy >= lanes || this.#waiting.length === 0) return;
    this.#called = true;
    setImmediate(() => {
      this.#called = false;
      this.#start();
    });
  }

  #start(): void {
    const [first] = this.#waiting;
    if (!first || this.#busy >= lanes) return;
    const share = Math.ceil(this.#waiting.length / (lanes - this.#busy));
    const size = Math.min(groupSize.most, Math.max(groupSize.least, share));
    const group: Joining<never>[] = [];
    const later: Joining<never>[] = [];
    for (const one of this.#waiting) {
      const goes = group.length < size && one.place.every((part, n) => part === first.place[n]);
      (goes ? group : later).push(one);
    }
    this.#waiting = later;
    this.#busy += 1;
    void first.run(group.map(({ member }) => member)).finally(() => {
      this.#busy -= 1;
      this.#call();
    });
    this.#call();
  }
}
