import type { Device } from './device';
import { createOutbox, type Outbox, waitingIn } from './outbox';
import type { Store } from './store';
import { createSync, type SyncOptions } from './sync';
import type { Transport } from './transport';

/** Work that pages which are gone have left in other articles than the one that is open. */
export type Elsewhere = {
  /** Sends it, so that nobody has to open those articles again; counts it. */
  readonly send: (device: Device) => Promise<number>;
  /** Forgets what was refused for good. */
  readonly drop: (commandId: string) => void;
};

type ElsewhereOptions = Pick<SyncOptions, 'now' | 'newId' | 'random' | 'schedule'> & {
  readonly articleId: string;
  /** Shows what is refused, with the words that were typed. */
  readonly store: Pick<Store, 'getView' | 'adopt'>;
  readonly transport: (articleId: string) => Transport;
};

/** Nothing is sent before it is asked for. */
export function createElsewhere({ articleId, store, transport, ...rest }: ElsewhereOptions): Elsewhere {
  const boxes: Outbox[] = [];

  async function sendFor(device: Device, otherId: string): Promise<number> {
    const rows = await device.adopt(otherId, 'command');
    const items = waitingIn(rows);
    const box = createOutbox(otherId);
    boxes.push(box);
    box.keepOn(device);
    box.adopt(items);
    createSync({
      ...rest,
      store: {
        getView: store.getView,
        receive: () => {},
        replace: () => {},
        refuse: (commandId, error) => {
          const item = box.find(commandId);
          if (item !== undefined) store.adopt([], [{ command: item.command, error }]);
        },
      },
      outbox: box,
      // What those articles have become is not shown here.
      transport: {
        ...transport(otherId),
        findEvents: async () => ({ kind: 'events', events: [], isWhole: true }),
      },
      inTurn: (work) => device.inTurn(otherId, work),
      getTrouble: () => undefined,
      getRecovered: () => undefined,
    }).wake();
    return items.length;
  }

  return {
    async send(device) {
      let count = 0;
      for (const otherId of await device.findElsewhere(articleId)) count += await sendFor(device, otherId);
      return count;
    },
    drop(commandId) {
      for (const box of boxes) box.remove(commandId);
    },
  };
}
