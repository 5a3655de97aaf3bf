import { useSay } from '../frame/context.ts';
import type { PageOf } from '../page-kind.ts';
import { MessageLanguage } from '../pieces/language.tsx';

/** The language of messages to a subject. */
export function MyLanguage({ page }: { readonly page: PageOf<'my-language'> }) {
  const say = useSay();
  return (
    <MessageLanguage lead={say('page.my-language.lead')} language={page.language} errors={page.errors} />
  );
}
