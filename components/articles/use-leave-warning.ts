'use client';

import { useEffect } from 'react';

/**
 * While it is on, the browser asks before the page is closed or reloaded with unsaved work; where `isNeeded` is given,
 * only if that says so at that moment.
 */
export function useLeaveWarning(isOn: boolean, isNeeded?: () => boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (isNeeded?.() !== false) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isOn, isNeeded]);
}
