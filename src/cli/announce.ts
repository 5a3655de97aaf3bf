import { inForce, listServices, listVersions, type Opened, offerSetUp } from '../system/index.ts';
import type { Installation } from './installation.ts';
import type { Terminal } from './terminal.ts';

/** What became of one offered policy, as it is told: here, or through the control socket. */
export interface OpenedRow {
  readonly key: string;
  readonly outcome: Opened['outcome'];
  /** Of the version in force. */
  readonly status: string;
  /** Number of the draft that waits for the officer. */
  readonly waiting?: number;
  /** Number of the waiting draft that gave its place to the offered one. */
  readonly replaced?: number;
}

/** What is told of an opened service. */
export function openedRow({ service, outcome, head, waiting, replaced }: Opened): OpenedRow {
  return {
    key: service.key,
    outcome,
    status: head.status,
    ...(waiting && { waiting: waiting.version }),
    ...(replaced !== undefined && { replaced }),
  };
}

/** The running services as they stand, when no file was named. */
export async function presentRows({ world }: Installation): Promise<readonly OpenedRow[]> {
  const services = await listServices(world);
  return Promise.all(
    services.map(async (service) => {
      const { waiting } = await listVersions(world, service);
      const { status } = await inForce(world, service);
      const row = { key: service.key, outcome: 'same' as const, status };
      return waiting ? { ...row, waiting: waiting.version } : row;
    }),
  );
}

/** Prints a service with its addresses, and what became of the text that was offered for it. */
export function printOpened(terminal: Terminal, origin: string, row: OpenedRow): void {
  const { print, speaker } = terminal;
  const { key, outcome, waiting, replaced } = row;
  const status = speaker.sayCode('cli.status', row.status);
  print(speaker.say('cli.service', { name: key, status }));
  const base = `${origin}/s/${key}`;
  print(`  ${speaker.say('cli.line.site')}: ${base}/`);
  print(`  ${speaker.say('cli.line.policy')}: ${base}/privacy`);
  print(`  ${speaker.say('cli.line.cabinet')}: ${base}/me`);
  if (replaced !== undefined) print(`  ${speaker.say('cli.draft-replaced', { version: replaced })}`);
  if (outcome === 'dropped') print(`  ${speaker.say('cli.draft-dropped')}`);
  if (waiting === undefined) return;
  const told = outcome === 'next-draft' ? 'cli.draft-opened' : 'cli.draft-waits';
  print(`  ${speaker.say(told, { version: waiting })}`);
  print(`  ${speaker.say('cli.line.changes')}: ${origin}/console/s/${key}/versions/${waiting}`);
  if (outcome === 'next-draft') print(`  ${speaker.say('cli.draft-opened.help')}`);
}

/** Prints that Kepil runs: its services, the way into the console, how to stop it. */
export async function announce(
  installation: Installation,
  what: { origin: string; rows: readonly OpenedRow[]; terminal: Terminal },
): Promise<void> {
  const { origin, terminal } = what;
  const { print, speaker } = terminal;
  print(speaker.say('cli.ready', { url: origin }));
  const services = new Map((await listServices(installation.world)).map((row) => [row.key, row]));
  for (const row of what.rows.length > 0 ? what.rows : await presentRows(installation)) {
    printOpened(terminal, origin, row);
    const service = services.get(row.key);
    if (service) await installation.settle(service);
  }
  const token = await offerSetUp(installation.world);
  if (token === undefined) print(speaker.say('cli.console', { url: `${origin}/console` }));
  else print(speaker.say('cli.set-up', { url: `${origin}/console/set-up?token=${token}` }));
  if (!installation.world.post.email) print(speaker.say('cli.by-hand'));
  print(speaker.say('cli.stop-hint'));
}
