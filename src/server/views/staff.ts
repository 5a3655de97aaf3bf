import { type Grant, grantKey, type Place, placesToGrant, type StaffMember } from '../../system/index.ts';
import type { FieldError, GrantChoice, GrantedView, StaffView } from '../pages.ts';
import type { Call, StaffCall } from '../route.ts';
import { headOfService } from './heads.ts';

/** A place with what people call it. */
export interface NamedPlace extends Place {
  readonly name: string;
}

/** The places at which roles are given, named: all services first. */
export async function namedPlaces(call: Call): Promise<readonly NamedPlace[]> {
  const places = await placesToGrant(call.world);
  return Promise.all(
    places.map(async (place) => {
      const { service } = place;
      const everywhere = service.kind === 'house';
      const name = everywhere
        ? call.speaker.say('page.staff.everywhere')
        : (await headOfService(call, service)).name;
      return { ...place, name };
    }),
  );
}

/** Roles by place, said; places without any are left out. */
export function grantedViews(
  call: Call,
  places: readonly NamedPlace[],
  grants: readonly Grant[],
): readonly GrantedView[] {
  return places.flatMap(({ service, roles, name }) => {
    const here = roles.filter((role) =>
      grants.some((grant) => grant.service === service.id && grant.role === role),
    );
    return here.length === 0
      ? []
      : [{ place: name, roles: here.map((role) => call.speaker.sayCode('role', role)) }];
  });
}

const groupOf = (place: NamedPlace) => `grant.${place.service.key}`;

/** The groups of boxes in which roles are chosen; `chosen` are grant keys. */
export function grantChoices(
  call: Call,
  places: readonly NamedPlace[],
  chosen: readonly string[],
): readonly GrantChoice[] {
  const { speaker } = call;
  return places.map((place) => ({
    name: groupOf(place),
    place: place.name,
    options: [...place.roles].reverse().map((role) => ({
      key: role,
      name: speaker.sayCode('role', role),
      hint: speaker.sayCode(place.service.kind === 'house' ? 'role-may-all' : 'role-may', role),
    })),
    chosen: place.roles.filter((role) => chosen.includes(grantKey(place.service, role))),
  }));
}

/** The grant keys of those who hold them. */
export function grantKeys(places: readonly NamedPlace[], grants: readonly Grant[]): readonly string[] {
  return grants.flatMap(({ service, role }) => {
    const place = places.find((one) => one.service.id === service);
    return place ? [grantKey(place.service, role)] : [];
  });
}

/** The grant keys that a form names, and whatever it names beside. */
export function sentGrants(form: Call['form']): readonly string[] {
  return [...form].flatMap(([name, roles]) =>
    name.startsWith('grant.')
      ? roles.map((role) => grantKey({ key: name.slice('grant.'.length) }, role))
      : [],
  );
}

/** Errors about roles, led to the first group of boxes. */
export function toFirstGroup(
  errors: readonly FieldError[],
  places: readonly NamedPlace[],
): readonly FieldError[] {
  const [first] = places;
  return errors.map((error) =>
    error.field === 'grant' && first ? { ...error, field: groupOf(first) } : error,
  );
}

/** Somebody of the staff as pages show them. */
export function staffView(call: StaffCall, places: readonly NamedPlace[], member: StaffMember): StaffView {
  const { id, name, email, since, linkUntil } = member;
  const expired = linkUntil !== undefined && linkUntil <= call.world.now();
  return {
    ...{ id, name, email, since },
    state: expired ? 'expired' : member.state,
    granted: grantedViews(call, places, member.grants),
    href: `/console/staff/${id}`,
    me: id === call.staff.id,
    ...(linkUntil !== undefined && { linkUntil }),
  };
}
