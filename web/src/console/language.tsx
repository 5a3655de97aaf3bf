import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { MessageLanguage } from '../pieces/language.tsx';

/** The language of messages to a staff member. */
export function StaffLanguage({ page }: { readonly page: PageOf<'staff-language'> }) {
  const say = useSay();
  return (
    <MessageLanguage lead={say('page.staff-language.lead')} language={page.language} errors={page.errors} />
  );
}
