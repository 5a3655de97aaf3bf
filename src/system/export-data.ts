import type { Json } from '../base/index.ts';
import type { ConsentRow, ContractRecord, RequestRecord, Tx } from '../store/index.ts';
import { decided } from './ask.ts';
import { type Me, type OwnView, openOwn, type PlacedEntry, shownEntries } from './cabinet.ts';
import { confirmationOf } from './confirmation.ts';
import { evidenceOf } from './consents.ts';
import { contractNumber } from './contracts.ts';
import { passwordIn } from './credential.ts';
import { compact } from './entries.ts';
import { openSessionsOf } from './own-sessions.ts';
import { paperNumber, paperWordsOf } from './papers.ts';
import { wordsOf } from './request-words.ts';
import { closedRequest } from './requests.ts';
import { type DatedVisit, visitsOf } from './show-visits.ts';
import type { World } from './world.ts';

/**
 * Everything held about a person, for them: values with history, consents with evidence, requests, entries,
 * visits.
 */
export interface Export {
  readonly own: OwnView;
  readonly consents: readonly ConsentRow[];
  readonly requests: readonly RequestRecord[];
  readonly entries: readonly PlacedEntry[];
  readonly visits: readonly DatedVisit[];
  readonly json: Json;
}

/**
 * Gathers a person's copy of everything. The reading is an entry; the right is met at once and leaves a
 * closed request.
 *
 * @law 94-V Art. 24(1)(1), 25(2)(6), 25(2)(9)
 */
export async function exportData(world: World, me: Me): Promise<Export> {
  return decided(world, async (tx) => {
    const own = await openOwn(tx, world, me);
    const page = { limit: 1_000_000 };
    // The request of the copy is written first, and so is in it.
    const [, consents, requests, entries, { visits }, disclosures, agreements, contracts, papers, signIn] =
      await Promise.all([
        closedRequest(tx, world, { me, kind: 'copy' }),
        tx.consents.list(me.service.id, me.subject),
        tx.requests.ofSubject(me.service.id, me.subject),
        shownEntries(tx, me, { limit: 100_000 }),
        visitsOf(tx, world, { subject: own.subject, page }),
        disclosuresJson(tx, me),
        agreementsJson(tx, me),
        tx.contracts.ofSubject(me.service.id, me.subject),
        papersJson(tx, world, { me, subject: own.subject }),
        signInJson(tx, world, { me, own }),
      ]);
    const json = {
      ...exportJson(world, { me, own, consents, requests, entries }),
      disclosures,
      agreements,
      contracts: contracts.map((row) => contractJson(world, row)),
      papers,
      visits: visits.map(visitJson),
      signIn,
    };
    return { own, consents, requests, entries, visits, json };
  });
}

/** How the person signs in: that there is a password and since when, never what it is; the open sessions. */
async function signInJson(tx: Tx, world: World, { me, own }: { me: Me; own: OwnView }): Promise<Json> {
  const password = passwordIn(own.segments);
  const of = { service: me.service.id, subject: me.subject, keys: own.subject.keys };
  const sessions = await openSessionsOf(tx, world, of);
  return compact({
    passwordSetAt: password && iso(password.setAt),
    sessions: sessions.map(({ openedAt, seenAt, client }) => ({
      openedAt: iso(openedAt),
      seenAt: iso(seenAt),
      client,
    })),
  });
}

function contractJson(world: World, row: ContractRecord): Json {
  return compact({
    number: contractNumber(world, row),
    concludedAt: iso(row.concludedAt),
    endedAt: row.endedAt === undefined ? undefined : iso(row.endedAt),
    entry: row.entry,
    confirmed: row.confirmed.map(({ category, way, at, entry }) => ({ category, way, at: iso(at), entry })),
  });
}

/** The documents that were accepted: which version, by its hash, when, and the entry of it. */
async function agreementsJson(tx: Tx, me: Me): Promise<Json> {
  const heads = new Map((await tx.agreements.heads(me.service.id)).map((row) => [row.id, row]));
  return (await tx.agreements.ofSubject(me.service.id, me.subject)).map((row) => {
    const { kind, number, sha256 } = heads.get(row.agreement) ?? {};
    return compact({
      ...{ kind, number, sha256, language: row.language, channel: row.channel, entry: row.entry },
      toldAt: row.toldAt === undefined ? undefined : iso(row.toldAt),
      acceptedAt: row.acceptedAt === undefined ? undefined : iso(row.acceptedAt),
    });
  });
}

/** Applications for consents on paper, with what waits in them. */
async function papersJson(
  tx: Tx,
  world: World,
  { me, subject }: { me: Me; subject: OwnView['subject'] },
): Promise<Json> {
  const rows = await tx.papers.ofSubject(me.service.id, me.subject);
  return rows.map((row) => {
    const { draft, words, name, signedOn } = paperWordsOf(world, subject, row);
    return compact({
      id: row.id,
      number: paperNumber(world, row),
      state: row.state,
      offer: row.offer,
      policy: row.policyHash,
      madeAt: iso(row.madeAt),
      sentAt: row.sentAt === undefined ? undefined : iso(row.sentAt),
      decidedAt: row.decidedAt === undefined ? undefined : iso(row.decidedAt),
      consents: [...row.consents],
      ...{ words, name, signedOn },
      form: draft && Object.fromEntries(draft.fields),
    });
  });
}

/** What was handed on, but for what they may not be told yet. */
async function disclosuresJson(tx: Tx, me: Me): Promise<Json> {
  const rows = await tx.disclosures.ofSubject(me.service.id, me.subject, { limit: 100_000 });
  const told = rows.filter(({ barredUntil }) => barredUntil === undefined);
  const cards = new Map<string, string>();
  for (const { recipient } of told) {
    const card = recipient && (await tx.recipients.current(me.service.id, recipient));
    if (card) cards.set(card.id, card.name);
  }
  return told.map((row) =>
    compact({
      package: row.id,
      kind: row.kind,
      recipient: row.recipient && cards.get(row.recipient),
      country: row.country,
      purpose: row.purpose,
      categories: [...row.categories],
      at: iso(row.madeAt),
      entry: row.entry,
      consent: row.consent,
      abroadConsent: row.abroadConsent,
      sha256: row.packageSha256,
      stoppedAt: row.stoppedAt === undefined ? undefined : iso(row.stoppedAt),
    }),
  );
}

function exportJson(
  world: World,
  from: Omit<Export, 'json' | 'visits'> & { me: Me },
): { readonly [name: string]: Json } {
  const { own } = from;
  return {
    format: 'kepil-export/1',
    madeAt: iso(world.now()),
    service: from.me.service.key,
    subject: own.subject.record.id,
    registeredAt: iso(own.subject.record.createdAt),
    language: own.subject.record.language,
    policy: own.version.hash,
    data: Object.fromEntries(
      [...own.data].map(([category, values]) => [
        category,
        values.map((one) => {
          const { value, giver, source, status, entry, at } = one;
          const found = confirmationOf(one);
          return compact({
            ...{ value, giver, source, status, entry, at: iso(at) },
            confirmed: found && { way: found.way, at: iso(found.at) },
          });
        }),
      ]),
    ),
    consents: from.consents.map((consent) => {
      const { receipt, text } = evidenceOf(own.segments, consent.id);
      const { givenAt, withdrawnAt, expiresAt, withdrawnPurposes, ...rest } = consent;
      return compact({
        ...rest,
        givenAt: iso(givenAt),
        withdrawnAt: withdrawnAt === undefined ? undefined : iso(withdrawnAt),
        expiresAt: expiresAt === undefined ? undefined : iso(expiresAt),
        withdrawnPurposes: Object.fromEntries(
          Object.entries(withdrawnPurposes).map(([key, at]) => [key, iso(at)]),
        ),
        receipt: JSON.parse(receipt) as Json,
        text,
      });
    }) as unknown as Json,
    requests: from.requests.map((request) =>
      compact({
        id: request.id,
        kind: request.kind,
        state: request.state,
        receivedAt: iso(request.receivedAt),
        dueOn: request.dueOn,
        closedAt: request.closedAt === undefined ? undefined : iso(request.closedAt),
        ...wordsOf(world, own.subject, request),
      }),
    ) as unknown as Json,
    entries: from.entries.map(({ entry, index }) => compact({ index, entry })) as unknown as Json,
  };
}

function visitJson({ day, time, ...fields }: DatedVisit): Json {
  return { day, ...(time !== undefined && { time: iso(time) }), ...fields };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
