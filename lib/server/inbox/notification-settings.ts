import 'server-only';
import { db } from '@/lib/db/client';
import { known } from '@/lib/db/rows';
import type { Actor } from '@/lib/domain/actor';
import {
  mailModes,
  type NotificationSettings,
  notificationKinds,
  plainNotificationSettings,
} from '@/lib/domain/notification';

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
