/** HTTP: pages, API, public log, sessions. Hosts the pages that the web workspace renders. */
export { buildServer } from './app.ts';
export { isLoopback, namedProxies } from './client.ts';
export { type Certificate, makeRedirector, renewCertificate, tlsFloor } from './listener.ts';
export type { Frame, Page, Renderer } from './pages.ts';
export type { Reach } from './reach.ts';
export type { Route, ServerParts } from './route.ts';
export { routes } from './route-table.ts';
