import { openFileInMatter, openOwnFile } from '../../system/index.ts';
import type { Answer, StaffServiceCall, SubjectCall } from '../route.ts';

/** A file of the person's own, to be saved. */
export async function ownFile(call: SubjectCall): Promise<Answer> {
  return { file: await openOwnFile(call.world, call.me, call.params.id ?? '') };
}

/** A file that was handed in with a request, for whoever works on that; the view is an entry. */
export async function requestFile(call: StaffServiceCall): Promise<Answer> {
  const { id = '', file = '' } = call.params;
  const at = { service: call.service, matter: id, id: file, purpose: 'subject_rights' };
  return { file: await openFileInMatter(call.world, call.clerk, at) };
}
