import { deviceKeyOf } from '@/lib/server/device/device-key';
import { door } from '@/lib/server/http';

/** The key under which this browser keeps the signed-in person's unsent work. */
export const GET = door({}, async ({ actor, token }) => deviceKeyOf(actor, token === null));
