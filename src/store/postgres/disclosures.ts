import type { Id } from '../../base/index.ts';
import type { DisclosureRecord, PageAsk, Tx } from '../store.ts';
import { present, presentOrNone } from './rows.ts';
import type { Database } from './schema.ts';

/** @see Tx.disclosures */
export function disclosures(db: Database): Tx['disclosures'] {
  const rows = (service: Id) =>
    db
      .selectFrom('disclosure')
      .where('service_id', '=', service)
      .select(['service_id as service', 'subject_id as subject', 'disclosure_id as id'])
      .select(['recipient_id as recipient', 'recipient_version as recipientVersion'])
      .select(['authority_id as authority', 'kind', 'country', 'purpose', 'categories'])
      .select(['consent_id as consent', 'abroad_consent_id as abroadConsent', 'made_at as madeAt'])
      .select(['entry_id as entry', 'package_sha256 as packageSha256', 'notice_due_on as noticeDueOn'])
      .select(['notified_at as notifiedAt', 'barred_until as barredUntil', 'stopped_at as stoppedAt']);
  const paged = async (of: ReturnType<typeof rows>, { after, limit }: PageAsk) => {
    const page = of.orderBy('disclosure_id', 'desc').limit(limit);
    const from = after === undefined ? page : page.where('disclosure_id', '<', after);
    return (await from.execute()).map(present);
  };
  return {
    async insert(row) {
      await db.insertInto('disclosure').values(valuesOf(row)).execute();
    },
    get: async (service, id) =>
      presentOrNone(await rows(service).where('disclosure_id', '=', id).executeTakeFirst()),
    list: (service, page) => paged(rows(service), page),
    ofSubject: (service, subject, page) => paged(rows(service).where('subject_id', '=', subject), page),
    ofRecipient: (service, recipient, page) =>
      paged(rows(service).where('recipient_id', '=', recipient), page),
    async unsaid(service, limit) {
      const waiting = rows(service).where('notified_at', 'is', null).orderBy('notice_due_on').limit(limit);
      return (await waiting.execute()).map(present);
    },
    ...marking(db),
  };
}

function marking(db: Database): Pick<Tx['disclosures'], 'setNotified' | 'setBar' | 'setStopped'> {
  const ofSubject = (service: Id, subject: Id) =>
    db.updateTable('disclosure').where('service_id', '=', service).where('subject_id', '=', subject);
  return {
    async setNotified(service, subject, { id, at }) {
      const set = { notified_at: at, barred_until: null };
      await ofSubject(service, subject).set(set).where('disclosure_id', '=', id).execute();
    },
    async setBar(service, subject, { id, until, dueOn }) {
      const set = { barred_until: until ?? null, notice_due_on: dueOn };
      await ofSubject(service, subject).set(set).where('disclosure_id', '=', id).execute();
    },
    async setStopped(service, subject, { ids, at }) {
      if (ids.length === 0) return;
      await ofSubject(service, subject)
        .set({ stopped_at: at })
        .where('disclosure_id', 'in', [...ids])
        .execute();
    },
  };
}

function valuesOf(row: DisclosureRecord) {
  const { id, kind, country, purpose } = row;
  return {
    ...{ service_id: row.service, subject_id: row.subject, disclosure_id: id, kind, country, purpose },
    recipient_id: row.recipient ?? null,
    recipient_version: row.recipientVersion ?? null,
    authority_id: row.authority ?? null,
    categories: [...row.categories],
    consent_id: row.consent ?? null,
    abroad_consent_id: row.abroadConsent ?? null,
    made_at: row.madeAt,
    entry_id: row.entry,
    package_sha256: row.packageSha256 ?? null,
    notice_due_on: row.noticeDueOn,
    notified_at: row.notifiedAt ?? null,
    barred_until: row.barredUntil ?? null,
    stopped_at: row.stoppedAt ?? null,
  };
}
