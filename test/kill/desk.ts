import { askControl } from '../../src/cli/ask-control.ts';
import type { TurnedRow } from '../../src/cli/key-rows.ts';
import { cabinet, type Target, withSomebody } from './acts.ts';
import { base, console_, serviceKey } from './office.ts';
import { nextNumber, type Request } from './witness.ts';

const rights = ['block_restrict', 'compensation', 'object', 'other_by_law'] as const;

/** A person makes a request in their cabinet. */
export async function fileRequest(target: Target): Promise<void> {
  const { witness, chance } = target;
  await withSomebody(target, async (person) => {
    const kind = chance.pick(rights) ?? 'object';
    const words = `Сынақ өтініші ${nextNumber()}.`;
    const request: Request = { kind, words, answer: '', known: 'asked', answered: 'no', busy: false };
    person.requests.push(request);
    const done = await cabinet(target, person).post(`${base}/me/requests`, { form: { kind, words } });
    witness.saw('request', done.status);
    if (done.status !== 303) return;
    request.known = 'yes';
    witness.acknowledged.requests += 1;
  });
}

/** The desk opens a request that waits, and answers it or blocks the data it is about. */
export async function answerRequest(target: Target): Promise<void> {
  const { office, witness, chance } = target;
  const list = await office.get(`${console_}/requests?state=open`);
  witness.saw('requests', list.status);
  const hrefs = list.body.match(new RegExp(`${console_}/requests/[0-9a-f-]{36}`, 'g')) ?? [];
  const href = chance.pick(hrefs);
  if (list.status !== 200 || href === undefined) return fileRequest(target);
  const page = await office.get(href);
  witness.saw('request page', page.status);
  const words = /Сынақ өтініші \d+\./.exec(page.body)?.[0] ?? '';
  const person = witness.people.find(({ requests }) => requests.some((one) => one.words === words));
  const request = person?.requests.find((one) => one.words === words);
  if (page.status !== 200 || !person || !request || request.busy || person.busy) return;
  request.busy = true;
  person.busy = true;
  try {
    const mayBlock = request.kind === 'block_restrict' && person.blocked === 'no';
    if (mayBlock && chance.happens(0.5)) return await block(target, { href, person });
    request.answered = 'asked';
    request.answer = `Сынақ жауабы ${nextNumber()}.`;
    const done = await office.post(href, { outcome: 'done', answer: request.answer });
    witness.saw('answer', done.status);
    if (done.status !== 303) return;
    request.answered = 'yes';
    witness.acknowledged.answers += 1;
  } finally {
    request.busy = false;
    person.busy = false;
  }
}

async function block(
  { office, witness }: Target,
  what: { href: string; person: { blocked: string } },
): Promise<void> {
  what.person.blocked = 'asked';
  const done = await office.post(`${what.href}/block`, { act: 'block' });
  witness.saw('block', done.status);
  if (done.status !== 303) return;
  what.person.blocked = 'yes';
  witness.acknowledged.blocks += 1;
}

/** A person agrees to a recipient, and the desk hands their data on. */
export async function handOn(target: Target): Promise<void> {
  const { office, witness } = target;
  await withSomebody(target, async (person) => {
    if (person.agreed !== 'yes') {
      const box = `to.${office.recipient}.1`;
      const agreed = await cabinet(target, person).post(`${base}/me/recipients`, {
        form: { box, agree: 'yes' },
      });
      witness.saw('agree', agreed.status);
      if (agreed.status !== 303) return;
      person.agreed = 'yes';
    }
    const form = { recipient: office.recipient, purpose: 'order_delivery', category: ['full_name', 'phone'] };
    const done = await office.post(`${console_}/subjects/${person.subject}/hand-on`, form);
    witness.saw('hand on', done.status);
    if (done.status !== 200) return;
    if (person.blocked === 'yes') witness.faults.push('blocked data were handed on');
    person.handed += 1;
    witness.acknowledged.disclosures += 1;
  });
}

/** The key epoch is turned, as `kepil keys turn` does it. */
export async function turnEpoch({ data, witness }: Target): Promise<void> {
  const rows = await askControl<readonly TurnedRow[]>(data, 'turn', { service: serviceKey }).catch(
    () => undefined,
  );
  const [row] = rows ?? [];
  if (!row?.ended) return;
  witness.epoch = Math.max(witness.epoch, row.epoch);
  witness.acknowledged.turns += 1;
}

/** A mailing is written and sent; where no mail server is set up, a person makes a request. */
export async function sendMailing(target: Target): Promise<void> {
  const { office, witness } = target;
  if (!office.mailbox) return fileRequest(target);
  const mark = `Сынақ хабары ${nextNumber()}.`;
  const text = `${mark} Бас тарту: [link]`;
  const texts = { 'text.ru': text, 'text.kk': text, 'subject.ru': 'Новинки', 'subject.kk': 'Жаңалық' };
  const form = { class: 'marketing', purpose: 'marketing_notices', channel: 'email', ...texts };
  const steady = witness.people.filter((one) => one.registered === 'yes' && !one.busy);
  const owed = steady.filter(({ optedOut }) => optedOut === 'no').map(({ subject }) => subject);
  const barred = steady.filter(({ optedOut }) => optedOut === 'yes').map(({ fields }) => fields.email);
  const written = await office.post(`${console_}/mailings`, form);
  witness.saw('mailing', written.status);
  if (written.status !== 303) return;
  const id = written.location.split('/').at(-1) ?? '';
  const mailing = { id, mark, owed, barred, known: 'asked' as 'asked' | 'yes' };
  witness.mailings.push(mailing);
  const begun = await office.post(`${console_}/mailings/${id}`, { act: 'start' });
  witness.saw('start', begun.status);
  if (begun.status !== 303) return;
  mailing.known = 'yes';
  witness.acknowledged.mailings += 1;
}

/** A person turns mailings off. */
export async function optOut(target: Target): Promise<void> {
  const { office, witness } = target;
  if (!office.mailbox) return fileRequest(target);
  await withSomebody(target, async (person) => {
    if (person.optedOut === 'yes') return;
    person.optedOut = 'asked';
    const form = { wish: 'off', purpose: 'marketing_notices', category: 'email' };
    const done = await cabinet(target, person).post(`${base}/me/mailings`, { form });
    witness.saw('opt out', done.status);
    if (done.status !== 303) return;
    person.optedOut = 'yes';
    witness.acknowledged.refusedMailings += 1;
  });
}
