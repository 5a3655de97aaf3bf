import { describe, expect, it } from 'vitest';
import { KepilError } from '../base/index.ts';
import { channelsOf } from './channels.ts';

const mail = {
  KEPIL_SMTP_URL: 'smtps://kepil:s%40crets%21@mail.dala-kitap.example:465',
  KEPIL_SMTP_FROM: 'Дала Кітап <no-reply@dala-kitap.example>',
};
const sms = { KEPIL_SMS_GATEWAY: 'mobizon', KEPIL_SMS_KEY: 'kz-secret', KEPIL_SMS_SENDER: 'Kepil' };

describe('the channels of the environment', () => {
  it('are none where nothing is set', () => {
    expect(channelsOf({})).toEqual({});
    expect(channelsOf({ KEPIL_SMTP_URL: '', KEPIL_SMS_GATEWAY: '' })).toEqual({});
  });

  it('are a mail server of the operator and a gateway of somebody else', () => {
    const post = channelsOf({ ...mail, ...sms });
    expect([post.email?.name, post.email?.thirdParty]).toEqual(['mail.dala-kitap.example', false]);
    expect([post.sms?.name, post.sms?.thirdParty]).toEqual(['api.mobizon.kz', true]);
    expect(channelsOf({ ...sms, KEPIL_SMS_GATEWAY: 'smsc' }).sms?.name).toBe('smsc.kz');
  });

  it('hear answers where the gateway hands them on', () => {
    const replies = 'a-secret-of-twenty-four-letters';
    const post = channelsOf({ ...sms, KEPIL_SMS_GATEWAY: 'smsc', KEPIL_SMS_REPLIES: replies });
    expect(post.replies).toBe(replies);
    expect(channelsOf(sms).replies).toBeUndefined();
  });

  it.each([
    ['KEPIL_SMTP_URL', { ...mail, KEPIL_SMTP_URL: 'https://mail.example' }],
    ['KEPIL_SMTP_URL', { ...mail, KEPIL_SMTP_URL: 'mail.example:465' }],
    ['KEPIL_SMTP_FROM', { KEPIL_SMTP_URL: mail.KEPIL_SMTP_URL }],
    ['KEPIL_SMTP_FROM', { ...mail, KEPIL_SMTP_FROM: 'a@b.kz\r\nBcc: c@d.kz' }],
    ['KEPIL_SMS_GATEWAY', { ...sms, KEPIL_SMS_GATEWAY: 'pigeon' }],
    ['KEPIL_SMS_GATEWAY', { ...sms, KEPIL_SMS_GATEWAY: 'constructor' }],
    ['KEPIL_SMS_KEY', { KEPIL_SMS_GATEWAY: 'smsc' }],
    ['KEPIL_SMS_REPLIES', { ...sms, KEPIL_SMS_REPLIES: 'secret-of-a-gateway-that-hands-none-on' }],
    ['KEPIL_SMS_REPLIES', { ...sms, KEPIL_SMS_GATEWAY: 'smsc', KEPIL_SMS_REPLIES: 'secret' }],
    ['KEPIL_SMS_URL', { ...sms, KEPIL_SMS_URL: 'http://gateway.example/' }],
  ])('say which variable is wrong, and not what stands in it: %s', (variable, environment) => {
    const failed = (): unknown => {
      try {
        return channelsOf(environment);
      } catch (error) {
        return error;
      }
    };
    const error = failed() as KepilError;
    expect(error).toBeInstanceOf(KepilError);
    expect(error).toMatchObject({ code: 'ERR_USAGE', reason: 'channel-malformed', params: { variable } });
    expect(JSON.stringify(error.params)).not.toMatch(/secret|s%40crets|s@crets/);
  });
});
