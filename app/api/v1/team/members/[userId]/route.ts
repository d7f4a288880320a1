import { memberBody, memberParams } from '@/lib/server/api/desk-requests';
import { door } from '@/lib/server/http';
import { changeRole } from '@/lib/server/team/change-role';
import { disableMember, enableMember } from '@/lib/server/team/disable-member';
import { setBeat } from '@/lib/server/team/set-beat';

/** Gives a member another role, says what they know best, keeps them out, or lets them in again. */
export const PATCH = door(
  { params: memberParams, body: memberBody, rate: 'command' },
  async ({ actor, params: { userId }, body: { role, beat, isDisabled } }) => {
    if (role !== undefined) await changeRole(actor, userId, role);
    if (beat !== undefined) await setBeat(actor, userId, beat);
    if (isDisabled === true) await disableMember(actor, userId);
    if (isDisabled === false) await enableMember(actor, userId);
  },
);
