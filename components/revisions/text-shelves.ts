import { newId } from '@/lib/domain/new-id';
import { openOwnDevice } from '@/lib/workbench/open-own-device';
import { openTextShelf, type TextShelf } from '@/lib/workbench/text-shelf';

/** One per person, article and page: whoever comes back within the page finds what was in hand. */
const shelves = new Map<string, Promise<TextShelf>>();

/** The shelf of unsaved texts of an article; without a device for it (no network, signed out) in this page alone. */
export function textShelfOf(userId: string, articleId: string): Promise<TextShelf> {
  const key = `${userId} ${articleId}`;
  const shelf =
    shelves.get(key) ??
    openOwnDevice(userId, (...request) => fetch(...request)).then((device) =>
      openTextShelf({ articleId, device, newId, schedule: setTimeout }),
    );
  shelves.set(key, shelf);
  return shelf;
}
