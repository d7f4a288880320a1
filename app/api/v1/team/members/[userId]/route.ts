import { memberBody, memberParams } from '@/lib/server/api/desk-requests';
import { door } from '@/lib/server/http';
import { changeRole } from '@/lib/server/team/change-role';
import { disableMember, enableMember } from '@/lib/server/team/disable-member';

/** Gives a member another role, keeps them out, or lets them in again. */
export const PATCH = door(
  { params: memberParams, body: memberBody, rate: 'command' },
  async ({ actor, params: { userId }, body: { role, isDisabled } }) => {
    if (role !== undefined) await changeRole(actor, userId, role);
    if (isDisabled === true) await disableMember(actor, userId);
    if (isDisabled === false) await enableMember(actor, userId);
  },
);
