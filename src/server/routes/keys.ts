import {
  type ApiKeyRecord,
  inForce,
  issueKey,
  keyStateOf,
  listKeys,
  mayIssue,
  revokeKey,
} from '../../system/index.ts';
import type { FieldError, Page } from '../pages.ts';
import { type Answer, type Fresh, field, numberIn, type StaffServiceCall } from '../route.ts';
import { fieldErrors } from '../views/problems.ts';
import { baseOf } from './paging.ts';

type KeyView = (Page & { page: 'keys' })['rows'][number];

function keyView({ speaker, world }: StaffServiceCall, row: ApiKeyRecord): KeyView {
  const { id, name, createdAt, expiresAt, revokedAt, usedOn } = row;
  return {
    ...{ id, name, createdAt, expiresAt },
    state: keyStateOf(row, world.now()),
    purposes: row.purposes.map((purpose) => speaker.label('purposes', purpose)),
    categories: row.categories.map((category) => speaker.label('data_categories', category)),
    ...(revokedAt !== undefined && { revokedAt }),
    ...(usedOn !== undefined && { usedOn }),
  };
}

/** The keys of a service; `shown` is the one just issued. */
export async function keysPage(
  call: StaffServiceCall,
  more: { shown?: string; errors?: readonly FieldError[] } = {},
): Promise<Page> {
  const { speaker } = call;
  const { policy } = await inForce(call.world, call.service);
  const rows = await listKeys(call.world, call.service.id);
  return {
    page: 'keys',
    rows: rows.map((row) => keyView(call, row)),
    purposes: policy.purposes.map(({ purpose }) => ({
      key: purpose,
      name: speaker.title('purposes', purpose),
    })),
    categories: policy.data.map(({ category }) => ({
      key: category,
      name: speaker.title('data_categories', category),
    })),
    mayIssue: mayIssue(call.clerk),
    ...(more.shown !== undefined && { shown: more.shown }),
    errors: more.errors ?? [],
  };
}

/** Making a key needs fresh proof; revoking one must be quick. */
export const issues: Fresh = ({ form }) => field(form, 'revoke') === '';

/** Issues a key, or revokes one. */
export async function changeKeys(call: StaffServiceCall): Promise<Answer> {
  const revoke = field(call.form, 'revoke');
  if (revoke !== '') {
    await revokeKey(call.world, call.clerk, { service: call.service, id: revoke });
    return { to: `${baseOf(call)}/keys`, flash: call.speaker.say('page.flash.key-revoked') };
  }
  const issued = await issueKey(call.world, call.clerk, {
    service: call.service,
    name: field(call.form, 'name'),
    purposes: call.form.get('purpose') ?? [],
    categories: call.form.get('category') ?? [],
    days: numberIn(call.form, 'days'),
  });
  if ('key' in issued) return { page: await keysPage(call, { shown: issued.key }) };
  return { page: await keysPage(call, { errors: fieldErrors(call.speaker, issued.problems) }), status: 422 };
}
