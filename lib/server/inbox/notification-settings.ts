import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { known } from '@/lib/db/rows';
import type { Actor } from '@/lib/domain/actor';
import {
  mailModes,
  type NotificationKind,
  type NotificationSettings,
  notificationKinds,
  plainNotificationSettings,
} from '@/lib/domain/notification';

const ticked = z.literal('on').optional();
const kindsShape = {
  mention: ticked,
  author_query: ticked,
  query_answered: ticked,
  reply: ticked,
  assignment: ticked,
  second_check: ticked,
  dispute: ticked,
  decision: ticked,
  sign_off_undone: ticked,
  session_invitation: ticked,
  vote_called: ticked,
  quote_gone: ticked,
  export_ready: ticked,
  export_failed: ticked,
} satisfies Record<NotificationKind, z.ZodType>;

/** The form of the account page: a ticked box for each kind that is wanted. */
export const notificationFormSchema = z.object({ mail: z.enum(mailModes), ...kindsShape }).transform(
  (given): NotificationSettings => ({
    mail: given.mail,
    mutedKinds: notificationKinds.filter((kind) => given[kind] === undefined),
  }),
);

/** What an actor has chosen to hear of in their team, and how; what they have not chosen stands as it is for all. */
export async function getNotificationSettings({ userId, teamId }: Actor): Promise<NotificationSettings> {
  const row = await db.notificationSetting.findUnique({ where: { teamId_userId: { teamId, userId } } });
  if (row === null) return plainNotificationSettings;
  return {
    mutedKinds: row.mutedKinds.map((kind) => known(notificationKinds, kind)),
    mail: known(mailModes, row.mail),
  };
}

/** Changes it from now on; notifications that are there stay. */
export async function changeNotificationSettings(
  { userId, teamId }: Actor,
  { mutedKinds, mail }: NotificationSettings,
): Promise<void> {
  const chosen = { mutedKinds: [...mutedKinds], mail };
  await db.notificationSetting.upsert({
    where: { teamId_userId: { teamId, userId } },
    create: { teamId, userId, ...chosen },
    update: chosen,
  });
}
