'use client';

import { useSyncExternalStore } from 'react';

/** As the style sheet's `max-phone`. */
const query = '(width < 35.0625rem)';

/** Whether the window is a phone's at this moment. */
export const isPhoneNow = (): boolean => window.matchMedia(query).matches;

/** Whether the window is a phone's. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    isPhoneNow,
    () => false,
  );
}
