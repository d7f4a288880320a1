import type { Route } from 'next';

/** The request header in which proxy.ts tells pages their own path. A comfort: nothing is decided by it. */
export const pathHeader = 'x-galley-path';

/** The address of the sign-in page that leads back to `from`; anything but a path of ours is left out. */
export function signInPath(from: string | null): Route {
  const back: string = safePath(from);
  return back === '/' || back === '/articles' ? '/sign-in' : `/sign-in?from=${encodeURIComponent(back)}`;
}

/** `path` itself when it is a path on this site, else the articles. Stops links that sign in and lead elsewhere. */
export function safePath(path: string | null | undefined): Route {
  const home = '/articles' as Route; // the desk's first page; typed routes know only literal addresses
  if (path === null || path === undefined || !/^\/(?![/\\])/.test(path) || hasControl(path)) return home;
  const url = new URL(path, 'http://galley.invalid');
  if (url.host !== 'galley.invalid') return home;
  return `${url.pathname}${url.search}${url.hash}` as Route; // checked above to be a path of this site
}

function hasControl(text: string): boolean {
  return /[\p{Cc}\\]/u.test(text);
}
