import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { mobizonCarrier, smscCarrier } from './index.ts';

/** Gateways as their documents describe them: what they take, what they answer, in which form. */
const id = '018f2a00-0000-7000-8000-000000000001';
const message = { channel: 'sms', to: '+77010001122', subject: '', text: 'Кодыңыз: 402718' } as const;

interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
}

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function gateway(answer: (asked: Asked, reply: ServerResponse) => unknown) {
  const all: Asked[] = [];
  const server = createServer(async (request: IncomingMessage, reply) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '', 'http://gateway');
    const asked = {
      path: url.pathname,
      query: url.searchParams,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    all.push(asked);
    const body = answer(asked, reply);
    if (!reply.writableEnded && !reply.destroyed)
      reply.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  return { url: new URL(`http://127.0.0.1:${port}/`), all };
}

const account = (url: URL) => ({ url, key: 'kz-secret', sender: 'Kepil' });
const taken = { code: 0, data: { campaignId: '7', messageId: '42', status: 2 }, message: '' };

describe('a carrier through Mobizon', () => {
  it('hands over number, text and sender, and keeps the name of the message', async () => {
    const { url, all } = await gateway(() => taken);
    const delivery = await mobizonCarrier(account(url)).deliver(message, id);
    expect(delivery).toEqual({ state: 'sent', carrierId: '42' });
    const [asked] = all;
    expect(asked?.path).toBe('/service/message/sendSmsMessage');
    expect(Object.fromEntries(asked?.query ?? [])).toEqual({
      output: 'json',
      api: 'v1',
      apiKey: 'kz-secret',
    });
    expect(Object.fromEntries(new URLSearchParams(asked?.body))).toEqual({
      recipient: '77010001122',
      text: message.text,
      from: 'Kepil',
    });
  });

  it.each([
    [
      { code: 1, data: { recipient: 'wrong' }, message: '' },
      { state: 'failed', reason: 'address' },
    ],
    [
      { code: 1, data: { text: 'empty' }, message: '' },
      { state: 'failed', reason: 'content' },
    ],
    [
      { code: 8, data: null, message: 'no access' },
      { state: 'later', reason: 'account' },
    ],
  ] as const)('understands %j', async (answer, delivery) => {
    const { url } = await gateway(() => answer);
    expect(await mobizonCarrier(account(url)).deliver(message, id)).toEqual(delivery);
  });

  it('reports on many at once, and leaves out what it does not know', async () => {
    const { url, all } = await gateway(() => ({
      code: 0,
      data: [
        { id: 42, status: 'DELIVRD' },
        { id: 43, status: 'ENQUEUD' },
        { id: 44, status: 'UNDELIV' },
      ],
    }));
    const asked = ['42', '43', '44', '45'].map((carrierId) => ({ carrierId, to: message.to }));
    const reports = await mobizonCarrier(account(url)).report?.(asked);
    expect([...(reports ?? [])]).toEqual([
      ['42', 'delivered'],
      ['43', 'under-way'],
      ['44', 'undelivered'],
    ]);
    expect(new URLSearchParams(all[0]?.body).get('ids[3]')).toBe('45');
  });
});

describe('a carrier through SMSC.kz', () => {
  it('hands over a message as JSON', async () => {
    const { url, all } = await gateway(() => ({ id: 9, cnt: 1 }));
    const delivery = await smscCarrier(account(url)).deliver(message, id);
    expect(delivery).toEqual({ state: 'sent', carrierId: '9' });
    expect(all[0]?.path).toBe('/rest/send/');
    expect(JSON.parse(all[0]?.body ?? '')).toEqual({
      apikey: 'kz-secret',
      ...{ fmt: 3, charset: 'utf-8', phones: message.to, mes: message.text, sender: 'Kepil' },
    });
  });

  it.each([
    [7, { state: 'failed', reason: 'address' }],
    [6, { state: 'failed', reason: 'content' }],
    [2, { state: 'later', reason: 'account' }],
    [3, { state: 'later', reason: 'account' }],
    [9, { state: 'later', reason: 'account' }],
  ] as const)('understands fault %i', async (fault, delivery) => {
    const { url } = await gateway(() => ({ error: 'fault', error_code: fault }));
    expect(await smscCarrier(account(url)).deliver(message, id)).toEqual(delivery);
  });

  it('asks after a message by its number and telephone', async () => {
    const { url, all } = await gateway(({ body }) => ({
      status: (JSON.parse(body) as { id: string }).id === '9' ? 1 : -1,
    }));
    const asked = [
      { carrierId: '9', to: message.to },
      { carrierId: '10', to: message.to },
    ];
    const reports = await smscCarrier(account(url)).report?.(asked);
    expect([...(reports ?? [])]).toEqual([
      ['9', 'delivered'],
      ['10', 'under-way'],
    ]);
    expect(JSON.parse(all[0]?.body ?? '')).toMatchObject({ id: '9', phone: message.to });
  });
});

describe.each([
  ['Mobizon', mobizonCarrier],
  ['SMSC.kz', smscCarrier],
] as const)('a fault of %s', (_name, carrierOf) => {
  it('of its own, or of the way there, is tried again', async () => {
    const { url } = await gateway((_asked, reply) => {
      reply.statusCode = 503;
      return {};
    });
    expect(await carrierOf(account(url)).deliver(message, id)).toEqual({ state: 'later', reason: 'carrier' });
    const nowhere = (await gateway(() => taken)).url;
    await closing.pop()?.();
    expect(await carrierOf(account(nowhere)).deliver(message, id)).toEqual({
      state: 'later',
      reason: 'carrier',
    });
  });

  it('after it got the message leaves us not knowing, and is not followed elsewhere', async () => {
    const { url } = await gateway((_asked, reply) => reply.destroy());
    expect(await carrierOf(account(url)).deliver(message, id)).toEqual({ state: 'unsure' });
    const other = await gateway(() => taken);
    const { url: turning } = await gateway((_asked, reply) => {
      reply.statusCode = 307;
      reply.setHeader('location', other.url.href);
      return {};
    });
    expect(await carrierOf(account(turning)).deliver(message, id)).toEqual({ state: 'unsure' });
    expect(other.all).toEqual([]);
  });

  it('in the form of its answer leaves us not knowing', async () => {
    const { url } = await gateway((_asked, reply) => reply.end('<html>'));
    expect(await carrierOf(account(url)).deliver(message, id)).toEqual({ state: 'unsure' });
  });
});
