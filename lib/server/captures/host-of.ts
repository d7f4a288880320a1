import 'server-only';

/** The server that an address names, in small letters, by which pages are fetched one at a time; empty for none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.toLowerCase() : '';
}
