import { limitReached } from '../incidents/index.ts';
import { because, type Rule } from './question.ts';

const watched = { article: '94-V Art. 22(1)' };

/**
 * Nobody of the staff looks through people: whoever was stopped sees nothing until somebody else lifts it,
 * and whoever has opened the data of too many in a short time opens no more.
 *
 * @law 94-V Art. 22(1), 94-V Art. 11
 */
export const notBrowsing: Rule = {
  name: 'not-browsing',
  codes: ['reading-stopped', 'reading-limit'],
  refuse: ({ request, facts: { reading } }) => {
    if (reading === undefined) return [];
    if (reading.stopped) return [because('reading-stopped', watched)];
    return limitReached(request.actor.role, reading.others) ? [because('reading-limit', watched)] : [];
  },
};
