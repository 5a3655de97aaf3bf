import { listFaces, type ServiceRecord, type Staff } from '../system/index.ts';
import { placesOf } from './admission.ts';
import type { Frame } from './pages.ts';
import type { Call } from './route.ts';
import { routes } from './route-table.ts';
import { officeRoutes } from './routes/office.ts';
import { serviceHead } from './views/heads.ts';

/** Who sits at the console, and at which service. */
export interface Desk {
  readonly staff: Staff;
  readonly service: ServiceRecord | undefined;
}

/** What the frame of a console's page says of who is signed in, and where else they work. */
export async function frameOf(
  call: Pick<Call, 'world' | 'speaker' | 'request'>,
  { staff, service }: Desk,
): Promise<Pick<Frame, 'who' | 'places' | 'others'>> {
  const frame = { who: staff.name, places: placesOf(routes, staff, service) };
  return service ? { ...frame, others: await othersOf(call, { staff, service }) } : frame;
}

/** The other services one works for, each with the place where one is, or the first one may visit there. */
async function othersOf(
  { world, speaker, request }: Pick<Call, 'world' | 'speaker' | 'request'>,
  { staff, service }: Desk & { service: ServiceRecord },
) {
  const here = /^\/console\/s\/[^/]+\/([a-z]+)/.exec(request.url)?.[1] ?? '';
  const rows = (await listFaces(world)).filter((faced) => faced.service.id !== service.id);
  return rows.flatMap((faced) => {
    const places = placesOf(officeRoutes, staff, faced.service);
    const place = places.includes(here) ? here : places[0];
    const base = `/console/s/${faced.service.key}`;
    return place === undefined ? [] : [{ ...serviceHead(speaker, faced), href: `${base}/${place}` }];
  });
}
