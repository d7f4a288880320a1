import type { RefObject } from 'react';

/** Id of the page's `<main>`: where the skip link leads and where popups are put. */
export const contentId = 'content';

/** The page's `<main>`, for popups: what they show then lies inside a landmark. Absent where a page has none. */
export const pageContent: RefObject<HTMLElement | null> = {
  get current() {
    return document.getElementById(contentId);
  },
};
