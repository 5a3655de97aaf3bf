/**
 * Where to lead somebody back to once they have signed in: a path of this server inside of `area`, exactly as
 * a browser would read it; undefined for anything else.
 *
 * Pure. An address of another host, a path with steps back or one that a browser reads otherwise than it is
 * written is no way back: whoever plants a link to the sign-in page must not choose where it ends.
 * @source OWASP, Unvalidated Redirects and Forwards
 */
export function wayBack(text: string | undefined, area: string): string | undefined {
  if (text === undefined || text.length > 300 || !/^\/[\w\-.~%/?=&:,]*$/.test(text)) return undefined;
  if (!URL.canParse(text, 'http://here.invalid')) return undefined;
  const url = new URL(text, 'http://here.invalid');
  if (url.host !== 'here.invalid' || `${url.pathname}${url.search}` !== text) return undefined;
  return url.pathname === area || url.pathname.startsWith(`${area}/`) ? text : undefined;
}
