import { expect, it } from 'vitest';
import { realPolicies } from './journey.ts';
import { walkThePath } from './path.ts';

const stillMissing = ['сведения о распространении в общедоступных источниках'];

const [realPolicy] = realPolicies;
if (realPolicy) walkThePath('a real policy', realPolicy, { stillMissing });
else it('leaves the real policy out: its text is not at hand', () => expect(realPolicy).toBeUndefined());
