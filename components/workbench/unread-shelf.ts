import type { Shelf } from '@/lib/workbench/unread';

/** Ids alone, no words: they may lie open on the device. Storage may be forbidden or full; then each visit begins anew. */
export function unreadShelf(userId: string, articleId: string): Shelf {
  const key = `galley.unread.${userId}.${articleId}`;
  return {
    read() {
      try {
        return window.localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        window.localStorage.setItem(key, text);
      } catch {
        return;
      }
    },
  };
}
