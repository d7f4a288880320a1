import type { Device, DeviceRow } from './device';

/** Writes named things down soon after they change: the latest of a burst, once, one after the other. */
export type WriteBehind = {
  /** A thing has changed. */
  readonly note: (name: string) => void;
  /** A thing that a row of an earlier page holds: from now on it is written there. */
  readonly place: (name: string, rowId: string) => void;
  /** Whether something that has changed is not on the device yet. */
  readonly isBehind: () => boolean;
};

type WriteBehindOptions = {
  readonly kind: DeviceRow['kind'];
  readonly device: Device;
  /** What a thing is now; undefined when there is nothing of it to keep. */
  readonly find: (name: string) => Pick<DeviceRow, 'articleId' | 'value'> | undefined;
  readonly newId: () => string;
  readonly schedule: (callback: () => void, afterMs: number) => void;
};

/** Typing is written down this long after a key. */
const writeAfterMs = 60;

/** Begins with nothing noted. */
export function createWriteBehind({ kind, device, find, newId, schedule }: WriteBehindOptions): WriteBehind {
  const rowIds = new Map<string, string>();
  const changed = new Set<string>();
  let writing = 0;
  let isWaiting = false;

  function writeAll(): void {
    isWaiting = false;
    const names = [...changed];
    changed.clear();
    for (const name of names) void write(name);
  }

  async function write(name: string): Promise<void> {
    const id = rowIds.get(name) ?? `${kind} ${newId()}`;
    rowIds.set(name, id);
    const thing = find(name);
    writing += 1;
    if (thing === undefined) await device.drop(id);
    else await device.keep({ id, kind, ...thing });
    writing -= 1;
  }

  return {
    note(name) {
      changed.add(name);
      if (isWaiting) return;
      isWaiting = true;
      schedule(writeAll, writeAfterMs);
    },
    place: (name, rowId) => void rowIds.set(name, rowId),
    isBehind: () => changed.size > 0 || writing > 0,
  };
}
