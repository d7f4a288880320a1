import { newId } from '@/lib/domain/new-id';
import { draftsOf } from '@/lib/workbench/drafts';
import { keeperOf } from '@/lib/workbench/keep-drafts';
import { openOwnDevice } from '@/lib/workbench/open-own-device';

/** Keeps what is typed in the queue on the device, and takes up again what this tab had there before a reload. */
export async function keepLookNotes(userId: string): Promise<void> {
  const device = await openOwnDevice(userId, (...request) => fetch(...request));
  if (device === undefined) return;
  const keeper = keeperOf({ drafts: draftsOf(userId), device, newId, schedule: setTimeout });
  keeper.adopt(await device.adopt());
}
