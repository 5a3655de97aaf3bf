import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KepilError } from '../base/index.ts';
import {
  inForce,
  listServices,
  type Offered,
  type Opened,
  offerSetUp,
  openService,
} from '../system/index.ts';
import { openControl } from './control.ts';
import { type Installation, openInstallation } from './installation.ts';
import { offerFile } from './offered.ts';
import type { Terminal } from './terminal.ts';

/** What `kepil run` was told. */
export interface RunOptions {
  readonly port: number;
  readonly data: string;
  readonly databaseUrl?: string;
  readonly as?: string;
}

/** The policy that comes with Kepil: a made-up service. */
const example = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'examples', 'dala-kitap.txt');

/**
 * Runs services until told to stop: from the first moment, so that a stop while starting is an orderly one
 * too.
 *
 * @returns when everything is down
 */
export async function run(files: readonly string[], options: RunOptions, terminal: Terminal): Promise<void> {
  const { speaker } = terminal;
  const stopping = toldToStop();
  const data = resolve(options.data);
  if (options.as !== undefined && files.length > 1) {
    throw new KepilError('ERR_USAGE', 'as-many', { n: files.length });
  }
  const offers = await offerAll(files, options, terminal);
  terminal.print(speaker.say('cli.starting', { data }));
  const onFault = tellFaults(terminal);
  const place = { data, onFault, ...(options.databaseUrl && { databaseUrl: options.databaseUrl }) };
  const installation = await openInstallation(place);
  try {
    const opened = await openServices(installation, offers, terminal);
    const origin = await listen(installation, options.port);
    const control = await openControl(data, installation);
    await announce(installation, { origin, opened, terminal });
    installation.start();
    await stopping;
    terminal.print(speaker.say('cli.stopping'));
    control?.close();
  } finally {
    await installation.close();
  }
  terminal.print(speaker.say('cli.stopped'));
}

function offerAll(
  files: readonly string[],
  options: RunOptions,
  terminal: Terminal,
): Promise<readonly Offered[]> {
  const to = { terminal, ...(options.as && { as: options.as }) };
  return Promise.all(files.map((file) => offerFile(file, to)));
}

/** Opens what was offered; the policy that comes with Kepil where nothing is and nothing was. */
async function openServices(
  installation: Installation,
  offers: readonly Offered[],
  terminal: Terminal,
): Promise<readonly Opened[]> {
  const bare = offers.length === 0 && (await listServices(installation.world)).length === 0;
  const opened: Opened[] = [];
  for (const offered of bare ? [await offerFile(example, { terminal })] : offers) {
    opened.push(await openService(installation.world, offered));
  }
  return opened;
}

/** How long the same fault is not told again, in milliseconds: an outage is one fault, not one a request. */
const faultLastsMs = 30_000;

function tellFaults(terminal: Terminal): (error: Error) => void {
  const told = new Map<string, number>();
  return (error) => {
    const what = faultText(error);
    const last = told.get(what);
    if (last !== undefined && Date.now() - last < faultLastsMs) return;
    told.set(what, Date.now());
    terminal.complain(terminal.speaker.say('cli.fault', { what }));
  };
}

/**
 * The kind of a fault and where it came from; messages of errors may hold values, so they are not printed.
 */
function faultText(error: Error): string {
  const code = (error as { code?: string }).code ?? error.name;
  const place =
    error.stack
      ?.split('\n')
      .find((line) => line.includes('/dist/'))
      ?.trim() ?? '';
  return [code, error instanceof KepilError ? error.reason : '', place]
    .filter((part) => part !== '')
    .join(' ');
}

async function listen(installation: Installation, port: number): Promise<string> {
  try {
    return await installation.listen(port);
  } catch (error) {
    if ((error as { code?: string }).code === 'EADDRINUSE')
      throw new KepilError('ERR_USAGE', 'port-taken', { port }, { cause: error });
    throw error;
  }
}

async function announce(
  installation: Installation,
  what: { origin: string; opened: readonly Opened[]; terminal: Terminal },
): Promise<void> {
  const { origin, terminal } = what;
  const { speaker } = terminal;
  terminal.print(speaker.say('cli.ready', { url: origin }));
  for (const { service, head, outcome } of what.opened.length > 0
    ? what.opened
    : await present(installation)) {
    if (outcome === 'next-draft') terminal.print(speaker.say('cli.next-draft', { key: service.key }));
    terminal.print(
      speaker.say('cli.service', { name: service.key, status: speaker.sayCode('cli.status', head.status) }),
    );
    const base = `${origin}/s/${service.key}`;
    terminal.print(`  ${speaker.say('cli.line.site')}: ${base}/`);
    terminal.print(`  ${speaker.say('cli.line.policy')}: ${base}/privacy`);
    terminal.print(`  ${speaker.say('cli.line.cabinet')}: ${base}/me`);
    await installation.settle(service);
  }
  const token = await offerSetUp(installation.world);
  if (token === undefined) terminal.print(speaker.say('cli.console', { url: `${origin}/console` }));
  else terminal.print(speaker.say('cli.set-up', { url: `${origin}/console/set-up?token=${token}` }));
  if (installation.world.post.byHand) terminal.print(speaker.say('cli.by-hand'));
  terminal.print(speaker.say('cli.stop-hint'));
}

/** Services of a folder that was run before, when no file was named. */
async function present(installation: Installation): Promise<readonly Opened[]> {
  const services = await listServices(installation.world);
  return Promise.all(
    services.map(async (service) => ({
      service,
      outcome: 'same' as const,
      head: await inForce(installation.world, service),
    })),
  );
}

/** Resolves at the first Ctrl-C, SIGTERM or hang-up; a second one ends the process at once. */
function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    let told = false;
    const stop = () => {
      if (told) process.exit(130);
      told = true;
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  });
}
