import type { Command, ErrorAnswer } from '@/lib/domain/commands';
import type { Instant } from '@/lib/domain/ids';
import type { Device, DeviceRow } from './device';
import type { Base } from './rebase';

/** A command on its way, when it was asked for, and what it was begun from. */
export type Waiting = { readonly command: Command; readonly at: Instant; readonly base: Base | undefined };

/** A command that the server refused, with its reason: kept until a person has seen it. */
export type Parked = Waiting & { readonly error: ErrorAnswer };

/** Where commands wait until the server has answered them, in the order in which they were given. */
export type Outbox = {
  /** All waiting commands, oldest first; the parked ones are not among them. */
  readonly list: () => readonly Waiting[];
  readonly find: (commandId: string) => Waiting | undefined;
  readonly add: (item: Waiting) => void;
  /** The server has it, or a person has dropped it. */
  readonly remove: (commandId: string) => void;
  readonly park: (commandId: string, error: ErrorAnswer) => void;
  /** Takes what an earlier page has left on the device. */
  readonly adopt: (items: readonly (Waiting | Parked)[]) => void;
  /** How many of the waiting ones would outlive this page. */
  readonly keptCount: () => number;
  /** From now on everything is kept on a device too, until it is removed. */
  readonly keepOn: (device: Device) => void;
};

type Entry = { item: Waiting | Parked; isKept: boolean };

/** An outbox that lives as long as the page, and on the device once there is one. `onKept` is told what has reached it. */
export function createOutbox(articleId: string, onKept: () => void = () => {}): Outbox {
  const entries = new Map<string, Entry>();
  let device: Device | undefined;

  function put(item: Waiting | Parked): void {
    const entry: Entry = { item, isKept: false };
    entries.set(item.command.commandId, entry);
    keep(entry);
  }

  function keep(entry: Entry): void {
    const row = { id: entry.item.command.commandId, kind: 'command', articleId, value: entry.item } as const;
    void device?.keep(row).then((isKept) => {
      entry.isKept = isKept;
      onKept();
    });
  }

  const waiting = (): Entry[] => [...entries.values()].filter(({ item }) => !('error' in item));
  return {
    list: () => waiting().map(({ item }) => item),
    find: (commandId) => entries.get(commandId)?.item,
    add: put,
    remove(commandId) {
      if (entries.delete(commandId)) void device?.drop(commandId);
    },
    park(commandId, error) {
      const entry = entries.get(commandId);
      if (entry !== undefined) put({ ...entry.item, error });
    },
    adopt(items) {
      for (const item of items) entries.set(item.command.commandId, { item, isKept: true });
    },
    keptCount: () => waiting().filter(({ isKept }) => isKept).length,
    keepOn(given) {
      device = given;
      for (const entry of entries.values()) keep(entry);
    },
  };
}

/** The commands still to be sent among what was found on the device. */
export const waitingIn = (rows: readonly DeviceRow[]): readonly Waiting[] =>
  itemsIn(rows).filter((item) => !('error' in item));

/** The refused ones. */
export const parkedIn = (rows: readonly DeviceRow[]): readonly Parked[] =>
  itemsIn(rows).filter((item): item is Parked => 'error' in item);

/** Only `createOutbox` writes these rows, under a key that proves it; another version's shape is left where it is. */
function itemsIn(rows: readonly DeviceRow[]): readonly (Waiting | Parked)[] {
  return rows.flatMap(({ kind, value }) => {
    const isItem = typeof value === 'object' && value !== null && 'command' in value && 'at' in value;
    return kind === 'command' && isItem ? [value as Waiting | Parked] : [];
  });
}
