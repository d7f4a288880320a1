import type { Device } from './device';
import { openDevice } from './open-device';

/** One per person and page: every article's memory shares it. */
const opened = new Map<string, Promise<Device>>();

/**
 * A person's store on this device, opened with the key that the server hands out to whoever is signed in; undefined
 * when it does not now (no network, signed out, another person).
 */
export async function openOwnDevice(userId: string, fetcher: typeof fetch): Promise<Device | undefined> {
  const found = opened.get(userId);
  if (found !== undefined) return found;
  const key = await fetchKey(userId, fetcher);
  if (key === undefined) return undefined;
  const device = opened.get(userId) ?? openDevice(userId, key);
  opened.set(userId, device);
  return device;
}

async function fetchKey(userId: string, fetcher: typeof fetch): Promise<string | undefined> {
  try {
    const response = await fetcher('/api/device-key', {
      headers: { 'x-galley-person': userId },
      credentials: 'same-origin',
      cache: 'no-store',
    });
    if (!response.ok) return undefined;
    // Our own door made this body; its shape is the door's contract.
    return ((await response.json()) as { readonly key: string }).key;
  } catch {
    // No network: it is asked again.
    return undefined;
  }
}
