import pg from 'pg';
import type { Id } from '../../src/base/index.ts';
import { fromBase64 } from '../../src/base/index.ts';
import type { Installation } from '../../src/cli/installation.ts';
import { nodeCrypto } from '../../src/keys/index.ts';
import { leafHash, openNote, parseCheckpoint, verifyInclusion } from '../../src/ledger/index.ts';
import type { Tx } from '../../src/store/index.ts';
import { listForKey, proofOf, readForKey, type World } from '../../src/system/index.ts';
import { logVerifierKey } from '../../src/system/sequence.ts';
import { askChange, destroyOne, type Held, metadataIn, PurposeRows, rowIn, write } from './kepil-acts.ts';
import { addUser, type Ground, ownerDigest, ownerField, type Place, placeFor } from './kepil-load.ts';
import {
  benchCategories,
  categoryOf,
  metadataCategory,
  purposePlaces,
  recordCategories,
} from './kepil-policy.ts';
import { LogReader } from './log-reader.ts';
import type { Op } from './mixes.ts';
import type { Answer } from './oracle.ts';
import {
  at,
  type BenchRecord,
  fieldsFor,
  keyFor,
  purposeCount,
  purposeOf,
  userCount,
  userOf,
} from './records.ts';
import { changed, ownersIn, type PurposeRow, resolved, rewritten, writtenOf } from './rules.ts';
import type { Side } from './side.ts';

/** GDPRbench's operations as Kepil does them; what each is mapped to stands in docs/gdprbench.md. */
export class KepilSide implements Side {
  readonly #installation: Installation;
  readonly #world: World;
  readonly #ground: Ground;
  readonly #rows: PurposeRows;
  readonly #log: LogReader;
  readonly #userOf = new Map<Id, number>();
  readonly #registerOf = new Map<Id, number>();

  constructor(
    installation: Installation,
    ground: Ground,
    readFile: ConstructorParameters<typeof LogReader>[0],
  ) {
    this.#installation = installation;
    this.#world = installation.world;
    this.#ground = { ...ground, people: new Map(ground.people) };
    this.#rows = new PurposeRows(installation.world);
    this.#log = new LogReader(readFile, logVerifierKey(this.#world, ground.places[0].service));
    for (const [user, id] of ground.people) this.#userOf.set(id, user);
    for (const [p, id] of ground.registers.entries()) this.#registerOf.set(id, p);
  }

  async apply(op: Op): Promise<Answer> {
    const { kind, k } = op;
    switch (kind) {
      case 'insert':
        await this.#insert(k);
        return {};
      case 'update':
        await this.#update(k, { data: true, metadata: true });
        return {};
      case 'update-data':
        await this.#update(k, { data: true, metadata: false });
        return {};
      case 'update-meta-key':
        await this.#setOne(op);
        return {};
      case 'update-meta-pur':
        await this.#setForPurpose(op);
        return {};
      case 'update-meta-usr':
        await this.#setForOwner(op);
        return {};
      case 'delete':
        await this.#world.store.transaction((tx) =>
          destroyOne(tx, this.#world, { ...this.#home(k), category: categoryOf(k) }),
        );
        return {};
      case 'read':
      case 'read-meta-key':
        return { rows: await this.#readOf(userOf(k), [categoryOf(k)]) };
      case 'read-meta-pur':
        return { rows: await this.#listOf(purposeOf(k)) };
      case 'read-meta-usr':
        return { rows: await this.#ownedBy(`user${userOf(k)}`) };
      case 'read-log':
        return { lines: (await this.#log.newest(op.n ?? 0)).length };
      case 'verify-deletion':
        return { gone: await this.#isGone(userOf(k)) };
    }
  }

  async all(): Promise<Answer> {
    const rows: BenchRecord[] = [];
    for (let p = 0; p < purposeCount; p++) rows.push(...(await this.#listOf(p)));
    return { rows };
  }

  deadlocks = () =>
    this.#ask(`select deadlocks as n from pg_stat_database where datname = current_database()`);

  bytes = () =>
    this.#ask(`select sum(pg_total_relation_size(oid)) as n from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace`);

  close = () => this.#installation.close();

  async #ask(text: string): Promise<number> {
    const client = new pg.Client({ connectionString: this.#installation.databaseUrl });
    await client.connect();
    try {
      return Number((await client.query(text)).rows[0]?.n);
    } finally {
      await client.end();
    }
  }

  /** Where record number `k` lies: at its owner of the beginning, whoever is set as its owner since. */
  #home(k: number): { readonly place: Place; readonly subject: Id } {
    const user = userOf(k);
    const subject = this.#ground.people.get(user);
    if (subject === undefined) throw new Error('nobody was registered as that user');
    return { place: placeFor(this.#ground, user), subject };
  }

  #register(p: number): { readonly place: Place; readonly subject: Id } {
    return { place: placeFor(this.#ground, p), subject: this.#ground.registers[p] as Id };
  }

  #rowOf(p: number): Promise<PurposeRow> {
    return this.#world.store.look((tx) => this.#rows.read(tx, this.#register(p)));
  }

  /** Records of one person in these categories, under the purpose they are held for: one gated read. */
  async #readOf(
    user: number,
    categories: readonly string[],
    row?: PurposeRow,
  ): Promise<readonly BenchRecord[]> {
    const { place, subject } = this.#home(user);
    const { purpose } = purposePlaces[purposeOf(user)] as { purpose: string };
    const asked = { service: place.service, subject, purpose, categories: [...categories, metadataCategory] };
    const { values } = await readForKey(this.#world, place.key, asked);
    if (!categories.some((category) => Object.hasOwn(values, category))) return [];
    return recordsOf({ user, values }, row ?? (await this.#rowOf(purposeOf(user))));
  }

  /** Every record of a purpose: a list through the gate, page by page. */
  async #listOf(p: number): Promise<readonly BenchRecord[]> {
    const { service, key } = placeFor(this.#ground, p);
    const { purpose } = purposePlaces[p] as { purpose: string };
    const rows: BenchRecord[] = [];
    let row: PurposeRow | undefined;
    for (let after: Id | undefined; ; ) {
      const asked = { service, purpose, categories: benchCategories, limit: 1000 };
      const page = await listForKey(this.#world, key, { ...asked, ...(after !== undefined && { after }) });
      row ??= await this.#rowOf(p);
      for (const { subject, values } of page.people)
        rows.push(...recordsOf({ user: this.#userOf.get(subject) ?? 0, values }, row));
      after = page.next;
      if (after === undefined) return rows;
    }
  }

  /** Every record of an owner: at home, at people whose records became theirs, under whole purposes. */
  async #ownedBy(owner: string): Promise<readonly BenchRecord[]> {
    const { users, purposes, known } = await this.#world.store.look(async (tx) => {
      const named = await this.#named(tx, owner);
      const known = new Map<number, PurposeRow>();
      for (const p of new Set(named.users.map(purposeOf)))
        known.set(p, await this.#rows.read(tx, this.#register(p)));
      return { ...named, known };
    });
    const rows = new Map<string, BenchRecord>();
    const take = (found: readonly BenchRecord[]) => {
      for (const row of found) rows.set(row[0] as string, row);
    };
    const read = users.map((user) => this.#readOf(user, recordCategories, known.get(purposeOf(user))));
    for (const found of await Promise.all(read)) take(found);
    for (const p of purposes) take(await this.#listOf(p));
    return [...rows.values()].filter((row) => row[1 + at.usr] === owner);
  }

  /** Whom and what an owner is named at, by the blind index of both services. */
  async #named(tx: Tx, owner: string): Promise<{ users: readonly number[]; purposes: readonly number[] }> {
    const users: number[] = [];
    const purposes: number[] = [];
    const found = await Promise.all(
      this.#ground.places.map((place) =>
        tx.blindIndex.find(place.service.id, ownerField, ownerDigest(this.#world, place, owner)),
      ),
    );
    for (const id of found.flat()) {
      const [user, p] = [this.#userOf.get(id), this.#registerOf.get(id)];
      if (user !== undefined) users.push(user);
      if (p !== undefined) purposes.push(p);
    }
    return { users, purposes };
  }

  async #insert(k: number): Promise<void> {
    const user = userOf(k);
    const subject = this.#ground.people.get(user);
    const place = placeFor(this.#ground, user);
    const category = categoryOf(k);
    const data = fieldsFor(k)[at.data] as string;
    await this.#world.store.transaction(async (tx) => {
      const row = await this.#rows.read(tx, this.#register(purposeOf(k)));
      const asked = { place, categories: [category, metadataCategory], record: { [category]: data } };
      const held = subject && (await askChange(tx, this.#world, { ...asked, subject }));
      if (!held) {
        // Nobody yet, or their time was over and the account with it: they register.
        const id = await addUser(tx, this.#world, { place, user, numbers: [k], seen: row.n });
        this.#ground.people.set(user, id);
        this.#userOf.set(id, user);
        return;
      }
      const states = statesOf(held.values, row);
      states.set(category, fieldsFor(k).slice(1, at.data));
      const metadata = JSON.stringify(rewritten(states, row.n));
      await write(tx, this.#world, { ...held, writing: { [category]: data, [metadataCategory]: metadata } });
    });
  }

  async #update(k: number, what: { data: boolean; metadata: boolean }): Promise<void> {
    const { place, subject } = this.#home(k);
    const category = categoryOf(k);
    const fields = fieldsFor(k);
    await this.#world.store.transaction(async (tx) => {
      const record = { [category]: fields[at.data] as string };
      const categories = what.metadata ? [category, metadataCategory] : [category];
      const [row, held] = await Promise.all([
        this.#rows.read(tx, this.#register(purposeOf(k))),
        askChange(tx, this.#world, { place, subject, categories, record }),
      ]);
      if (!held?.values.has(category)) return;
      const states = statesOf(held.values, row);
      states.set(category, fields.slice(1, at.data));
      await write(tx, this.#world, {
        ...held,
        writing: {
          [category]: fields[at.data] as string,
          ...(what.metadata && { [metadataCategory]: JSON.stringify(rewritten(states, row.n)) }),
        },
      });
    });
  }

  /** Sets one field of one record. */
  async #setOne({ k, field = 1 }: Op): Promise<void> {
    const { place, subject } = this.#home(k);
    const category = categoryOf(k);
    const value = fieldsFor(k)[field] as string;
    await this.#world.store.transaction(async (tx) => {
      const categories = [metadataCategory];
      const [row, held] = await Promise.all([
        this.#rows.read(tx, this.#register(purposeOf(k))),
        askChange(tx, this.#world, { place, subject, categories, record: { field, value } }),
      ]);
      if (!held?.values.has(category)) return;
      await this.#writeStates(tx, held, { place, subject, row, set: { i: field, value }, only: category });
    });
  }

  /** Sets one field of every record of a purpose: its row is changed, and nothing of the records. */
  async #setForPurpose({ k, field = 1 }: Op): Promise<void> {
    const value = fieldsFor(k)[field] as string;
    await this.#world.store.transaction((tx) => this.#changeRow(tx, purposeOf(k), { i: field, value }));
  }

  async #changeRow(
    tx: Tx,
    p: number,
    set: { readonly i: number; readonly value: string; readonly when?: string },
  ): Promise<PurposeRow> {
    const { place, subject } = this.#register(p);
    const categories = [metadataCategory];
    const held = await askChange(tx, this.#world, { place, subject, categories, record: { ...set } });
    if (!held) throw new Error('the row of a purpose cannot be changed');
    const row = changed(rowIn(held.values), set);
    await write(tx, this.#world, { ...held, writing: { [metadataCategory]: JSON.stringify(row) } });
    if (set.i === at.usr) await this.#index(tx, { place, subject }, set.value);
    return row;
  }

  #index(tx: Tx, of: { place: Place; subject: Id }, owner: string): Promise<void> {
    const digest = ownerDigest(this.#world, of.place, owner);
    return tx.blindIndex.put(of.place.service.id, of.subject, ownerField, digest);
  }

  /**
   * Sets one field of every record of an owner: at each person whose records are theirs, and as a rule of the
   * purpose where whole purposes are. Rows of purposes come before people, both by rising number.
   */
  async #setForOwner({ k, field = 1 }: Op): Promise<void> {
    const owner = `user${userOf(k)}`;
    const set = { i: field, value: fieldsFor(k)[field] as string };
    await this.#world.store.transaction(async (tx) => {
      const { users, purposes } = await this.#named(tx, owner);
      const rows = new Map<number, PurposeRow>();
      for (const p of [...purposes].sort((a, b) => a - b)) {
        const row = await this.#rows.read(tx, this.#register(p));
        if (ownersIn(row).includes(owner)) rows.set(p, await this.#changeRow(tx, p, { ...set, when: owner }));
      }
      for (const user of [...users].sort((a, b) => a - b)) {
        const { place, subject } = this.#home(user);
        const p = purposeOf(user);
        const row = rows.get(p) ?? (await this.#rows.read(tx, this.#register(p)));
        const categories = [metadataCategory];
        const held = await askChange(tx, this.#world, { place, subject, categories, record: { ...set } });
        if (held) await this.#writeStates(tx, held, { place, subject, row, set, owner });
      }
    });
  }

  /** Writes somebody's metadata with a field set: of one record, or of those that belong to `owner`. */
  async #writeStates(
    tx: Tx,
    held: Held,
    to: {
      readonly place: Place;
      readonly subject: Id;
      readonly row: PurposeRow;
      readonly set: { readonly i: number; readonly value: string };
      readonly owner?: string;
      readonly only?: string;
    },
  ): Promise<void> {
    const { row, set, owner, only } = to;
    const states = statesOf(held.values, row);
    let n = 0;
    for (const [category, f] of states) {
      if (only === undefined ? f[at.usr - 1] !== owner : category !== only) continue;
      states.set(category, f.with(set.i - 1, set.value));
      n += 1;
    }
    if (n === 0) return;
    const metadata = JSON.stringify(rewritten(states, row.n));
    await write(tx, this.#world, { ...held, writing: { [metadataCategory]: metadata } });
    if (set.i === at.usr) await this.#index(tx, to, set.value);
  }

  /** Whether nothing of a user opens, and their act of destruction is in the log: proved, or it throws. */
  async #isGone(user: number): Promise<boolean> {
    const { service } = placeFor(this.#ground, user);
    const [id, act] = [this.#ground.people.get(user), this.#ground.acts.get(user)];
    if (id === undefined || act === undefined) return false;
    const { left, entry } = await this.#world.store.look(async (tx) => {
      const [found, key, segments] = await Promise.all([
        tx.destruction.act(service.id, act),
        tx.subjectKeys.get(service.id, id),
        tx.segments.list(service.id, id),
      ]);
      return { left: key !== undefined || segments.length > 0, entry: found?.sweptAt && found.entry };
    });
    if (left || !entry) return false;
    const proof = await proofOf(this.#world, { service, entry });
    if (!proof) return false;
    const note = openNote(proof.checkpoint, logVerifierKey(this.#world, service), nodeCrypto);
    const tree = note && parseCheckpoint(note.text);
    const leaf = fromBase64(proof.leaf);
    if (!tree || !leaf || tree.size !== proof.size) return false;
    const { index, size } = proof;
    const path = proof.path.map((hash) => fromBase64(hash) as Uint8Array);
    const claim = { index, size, path, root: tree.root, leafHash: leafHash(nodeCrypto.hash, leaf) };
    return verifyInclusion(claim, nodeCrypto.hash);
  }
}

/** What each record of somebody is now, by category. */
function statesOf(values: ReadonlyMap<string, string>, row: PurposeRow): Map<string, readonly string[]> {
  const metadata = metadataIn(values);
  const held = recordCategories.filter((category) => values.has(category));
  return new Map(held.map((category) => [category, resolved(writtenOf(metadata, category), row)]));
}

/** The records among somebody's values, whole. */
function recordsOf(
  { user, values }: { user: number; values: Readonly<Record<string, string>> },
  row: PurposeRow,
): readonly BenchRecord[] {
  const held = new Map(Object.entries(values));
  const states = statesOf(held, row);
  return recordCategories.flatMap((category, n) => {
    const data = held.get(category);
    if (data === undefined) return [];
    const k = user + n * userCount;
    return [[keyFor(k), `purpose${purposeOf(k)}`, ...(states.get(category) ?? []), data]];
  });
}
