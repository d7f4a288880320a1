import type { CommandPlace } from '@/lib/workbench/command-table';

/** Which keys act at an address. */
export function placeAt(pathname: string): CommandPlace {
  if (pathname === '/articles') return 'articles';
  const place = pathname.split('/')[1];
  if (place === 'queue' || place === 'inbox' || place === 'sources') return place;
  return /^\/articles\/[0-9a-f-]{36}$/.test(pathname) ? 'workbench' : 'everywhere';
}
