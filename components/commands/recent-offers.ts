const key = 'galley.recent-commands';
const most = 6;

/** Ids of what was chosen last in this tab, the latest first. Signing out clears them with the tab's storage. */
export function recentOffers(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Puts a choice first among the recent ones. */
export function rememberOffer(id: string): void {
  try {
    const ids = [id, ...recentOffers().filter((other) => other !== id)].slice(0, most);
    window.sessionStorage.setItem(key, JSON.stringify(ids));
  } catch {
    // Without a storage nothing is recent.
    return;
  }
}
