'use client';

import { useSyncExternalStore } from 'react';
import { parseTheme, type Theme, themeCookie } from './theme';

/** The theme in force and a way to change it: at once on this page, and by cookie on every later one. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, readTheme, () => 'system' as const);
  return [theme, changeTheme];
}

const listeners = new Set<() => void>();
const oneYearInSeconds = 365 * 24 * 60 * 60;

function readTheme(): Theme {
  return parseTheme(document.documentElement.dataset.theme);
}

function changeTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the server must read it to paint the first frame right
  document.cookie = `${themeCookie}=${theme}; Path=/; Max-Age=${oneYearInSeconds}; SameSite=Lax${secure}`;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
