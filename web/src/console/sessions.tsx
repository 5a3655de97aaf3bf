import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { Leaf, Opening } from '../pieces/line.tsx';
import { Sessions } from '../pieces/sessions.tsx';

/** Where a staff member is signed in. */
export function StaffSessions({ page }: { readonly page: PageOf<'staff-sessions'> }) {
  const say = useSay();
  return (
    <Leaf>
      <Opening title={say('page.staff-sessions.title')} lead={say('page.staff-sessions.lead')} />
      <Sessions sessions={page.sessions} why="page.staff-sessions.why" />
    </Leaf>
  );
}
