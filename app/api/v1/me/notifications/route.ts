import { notificationSettingsSchema } from '@/lib/domain/notification';
import { door } from '@/lib/server/http';
import {
  changeNotificationSettings,
  getNotificationSettings,
} from '@/lib/server/inbox/notification-settings';

/** What one hears of, and how. */
export const GET = door({}, ({ actor }) => getNotificationSettings(actor));

/** Changes it from now on. */
export const PUT = door({ body: notificationSettingsSchema, rate: 'command' }, async ({ actor, body }) => {
  await changeNotificationSettings(actor, body);
  return getNotificationSettings(actor);
});
