import type { ComponentType } from 'preact';
import type { Frame, Page } from '../../../src/server/pages.ts';
import { earlyFonts, islandUrl, markUrl, styleUrl } from '../assets.ts';
import { kindOf } from '../page-table.ts';
import { CabinetNav } from './cabinet-nav.tsx';
import { ConsoleNav } from './console-nav.tsx';
import { FrameContext, publicBase, useFrame, useSay } from './context.ts';
import { AgreementStrip, ChangeStrip, Colophon, DraftStrip, Masthead, WaitingStrip } from './masthead.tsx';

function hasErrors(page: Page): boolean {
  return 'errors' in page && page.errors.length > 0;
}

function tabTitle(page: Page, frame: Frame): string {
  const title = kindOf(page).title(page as never, frame);
  const named = frame.service && frame.service.name !== title ? `${title} · ${frame.service.name}` : title;
  return hasErrors(page) ? frame.speaker.say('page.form.error-title', { title: named }) : named;
}

function Head({ page }: { readonly page: Page }) {
  const frame = useFrame();
  const { service } = frame;
  const islands = kindOf(page).islands?.(page as never) ?? [];
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{tabTitle(page, frame)}</title>
      <meta name="color-scheme" content="light dark" />
      {earlyFonts.map((href) => (
        <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={styleUrl} />
      <link rel="icon" type="image/svg+xml" href={service ? `${publicBase(service)}/mark.svg` : markUrl} />
      {islands.map((island) => (
        <script key={island} type="module" src={islandUrl(island)} />
      ))}
    </head>
  );
}

function Main({ page }: { readonly page: Page }) {
  const frame = useFrame();
  const View = kindOf(page).View as ComponentType<{ readonly page: Page }>;
  return (
    <main id="main" class={`page page-${page.page}`} tabIndex={-1}>
      {frame.flash === undefined ? null : (
        <p class="flash" role="status">
          {frame.flash}
        </p>
      )}
      <View page={page} />
    </main>
  );
}

function Navigation({ page }: { readonly page: Page }) {
  const { viewer, service } = useFrame();
  const { room, place } = kindOf(page);
  if (room === 'console') return <ConsoleNav place={place} />;
  if (room !== 'bare' && viewer === 'subject' && service) return <CabinetNav place={place} />;
  return null;
}

function Body({ page }: { readonly page: Page }) {
  const say = useSay();
  const { viewer, service } = useFrame();
  const { room } = kindOf(page);
  const withPlaces = room !== 'bare' && room !== 'console' && viewer === 'subject';
  return (
    <body
      class={`room-${room}${withPlaces ? ' with-places' : ''}${service ? ` accent-${service.accent}` : ''}`}
    >
      <a class="skip" href="#main">
        {say('page.skip')}
      </a>
      <DraftStrip />
      <WaitingStrip />
      <ChangeStrip page={page.page} />
      <AgreementStrip page={page.page} />
      <Masthead room={room} />
      <Navigation page={page} />
      <Main page={page} />
      <Colophon room={room} />
    </body>
  );
}

/** The HTML document of a page: head, navigation, the page itself, colophon. */
export function Document({ page, frame }: { readonly page: Page; readonly frame: Frame }) {
  return (
    <FrameContext.Provider value={frame}>
      <html lang={frame.speaker.language}>
        <Head page={page} />
        <Body page={page} />
      </html>
    </FrameContext.Provider>
  );
}
