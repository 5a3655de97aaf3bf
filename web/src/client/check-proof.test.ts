import { describe, expect, it } from 'vitest';
import { proofBundle, provenEntry } from '../fixtures/proof.ts';
import { checkProof } from './check-proof.ts';
import { verifyEd25519 as verify } from './ed25519.ts';

const bundle = await proofBundle();

function flip(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return btoa(String.fromCharCode(...bytes));
}

describe('the proof checker', () => {
  it('finds every step of an honest bundle good', async () => {
    const report = await checkProof(bundle, provenEntry, verify);
    expect(report).toEqual({
      leaf: 'good',
      path: 'good',
      signature: 'good',
      record: 'good',
      verdict: 'good',
    });
  });

  it('finds another entry, though it is in the log, to be not the one', async () => {
    const report = await checkProof(bundle, provenEntry.replace(/3$/, '4'), verify);
    expect(report).toMatchObject({ leaf: 'bad', path: 'good', verdict: 'bad' });
  });

  it('finds a wrong place, a wrong size and a broken path', async () => {
    const wrong = [
      { index: 2 },
      { size: 6 },
      { path: bundle.path.map(flip) },
      { path: [] },
      { leaf: flip(bundle.leaf) },
    ];
    for (const change of wrong) {
      expect(await checkProof({ ...bundle, ...change }, provenEntry, verify)).toMatchObject({
        path: 'bad',
        verdict: 'bad',
      });
    }
  });

  it('finds a signature of another key and a rewritten head', async () => {
    const other = await proofBundle();
    const reports = await Promise.all([
      checkProof({ ...bundle, verifierKey: other.verifierKey }, provenEntry, verify),
      checkProof({ ...bundle, checkpoint: bundle.checkpoint.replace('\n5\n', '\n6\n') }, provenEntry, verify),
    ]);
    for (const report of reports) expect(report).toMatchObject({ signature: 'bad', verdict: 'bad' });
  });

  it('finds a record that the entry does not commit to', async () => {
    const report = await checkProof({ ...bundle, record: btoa('{"form":"silence"}') }, provenEntry, verify);
    expect(report).toMatchObject({ path: 'good', signature: 'good', record: 'bad', verdict: 'bad' });
  });

  it('says that it cannot tell where the browser knows no Ed25519', async () => {
    const report = await checkProof(bundle, provenEntry, async () => undefined);
    expect(report).toMatchObject({
      leaf: 'good',
      path: 'good',
      signature: 'unchecked',
      verdict: 'unchecked',
    });
  });

  it('never throws on rubbish', async () => {
    const rubbish = {
      ...bundle,
      leaf: '*',
      path: ['*'],
      checkpoint: '',
      verifierKey: '',
      record: '*',
      commitmentKey: '*',
    };
    expect((await checkProof(rubbish, undefined, verify)).verdict).toBe('bad');
  });
});
