import type { CommandPlace } from '@/lib/workbench/command-table';

/** Which keys act at an address. */
export function placeAt(pathname: string): CommandPlace {
  if (pathname === '/articles') return 'articles';
  const place = pathname.split('/')[1];
  if (place === 'queue' || place === 'inbox' || place === 'sources') return place;
  if (place === 'sessions') return pathname === '/sessions' ? 'everywhere' : 'session';
  const [, within] = /^\/articles\/[0-9a-f-]{36}(\/.*)?$/.exec(pathname) ?? [undefined, 'elsewhere'];
  return within === undefined ? 'workbench' : within === '/compare' ? 'compare' : 'everywhere';
}
