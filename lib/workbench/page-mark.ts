/** This page's id, which page was in this tab before it, and whether that one was left in good order. */
export type PageMark = {
  readonly id: string;
  readonly previousId: string | null;
  readonly wasLeft: boolean;
};

const hereKey = 'galley.page';
const leftKey = 'galley.page.left';

/** Marks the tab (its sessionStorage, ids alone) with a new page. A page that is killed leaves no word of leaving. */
export function beginPage(id: string): PageMark {
  try {
    const tab = window.sessionStorage;
    const previousId = tab.getItem(hereKey);
    const wasLeft = previousId !== null && tab.getItem(leftKey) === previousId;
    tab.setItem(hereKey, id);
    tab.removeItem(leftKey);
    window.addEventListener('pagehide', () => tab.setItem(leftKey, id));
    return { id, previousId, wasLeft };
  } catch {
    // A tab without a storage: every page in it is a first one.
    return { id, previousId: null, wasLeft: false };
  }
}
