import type { ArticleDoc } from '@/lib/domain/article-doc';

/** What an editor has typed and not saved. */
export type KeptText = { readonly doc: ArticleDoc; readonly reason: string };

/** Keeps unsaved text in this tab, for a reload; it goes with the tab. Where the browser forbids it, nothing is kept. */
export function keptText(articleId: string, revisionId: string) {
  const key = `galley.text.${articleId}.${revisionId}`;
  return {
    find(): KeptText | undefined {
      if (typeof window === 'undefined') return undefined;
      try {
        const found = window.sessionStorage.getItem(key);
        // Only `keep` writes it.
        return found === null ? undefined : (JSON.parse(found) as KeptText);
      } catch {
        return undefined;
      }
    },
    keep(text: KeptText): void {
      try {
        window.sessionStorage.setItem(key, JSON.stringify(text));
      } catch {
        // A full or forbidden store: the page still warns before it is left.
      }
    },
    forget(): void {
      try {
        window.sessionStorage.removeItem(key);
      } catch {
        // Nothing was kept either.
      }
    },
  };
}
