'use client';

import { createContext, useContext } from 'react';

/** The menu an item stands in. */
export const MenuContext = createContext<{ readonly close: () => void }>({ close: () => {} });

/** Closes the menu around this item and gives the focus back to its button. */
export function useCloseMenu(): () => void {
  return useContext(MenuContext).close;
}
