import type { AdoptedRow, Device, DeviceRow, DeviceTrouble } from '../device';

/** A disk in memory that several pages of one browser share. Rows are written as JSON, as on a real one. */
export type FakeDisk = {
  /** A page of the browser; `instead` is the page that was in its tab before. */
  readonly open: (instead?: FakePage) => FakePage;
  readonly rows: () => readonly DeviceRow[];
};
export type FakePage = {
  readonly device: Device;
  /** The page goes without a word. */
  readonly kill: () => void;
  readonly breakDown: (trouble: DeviceTrouble | undefined) => void;
};

type Stored = { readonly row: string; readonly kind: string; readonly articleId: string; page: object };

type Turn = { readonly page: object; readonly start: () => void };

/** What becomes of a wish of a page that is gone. */
const never = new Promise<never>(() => {});

/** Makes an empty disk. Work of one name is done by one page at a time, and the turn passes on when a page is killed. */
export function createFakeDisk(): FakeDisk {
  const stored = new Map<string, Stored>();
  const alive = new Set<object>();
  const queues = new Map<string, Turn[]>();

  /** The next living page has its turn. */
  function passOn(queue: Turn[]): void {
    do queue.shift();
    while (queue[0] !== undefined && !alive.has(queue[0].page));
    queue[0]?.start();
  }

  function open(instead?: FakePage): FakePage {
    const page = {};
    let trouble: DeviceTrouble | undefined;
    alive.add(page);

    async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
      if (!alive.has(page)) return never;
      const queue = queues.get(name) ?? [];
      queues.set(name, queue);
      let start = (): void => {};
      const mine = new Promise<void>((resolve) => {
        start = resolve;
      });
      const turn = { page, start };
      queue.push(turn);
      if (queue[0] === turn) start();
      await mine;
      const done = await work();
      if (queue[0] === turn) passOn(queue);
      return done;
    }

    const device: Device = {
      async keep(row) {
        if (trouble !== undefined || !alive.has(page)) return false;
        stored.set(row.id, { row: JSON.stringify(row), kind: row.kind, articleId: row.articleId, page });
        return true;
      },
      async drop(id) {
        if (alive.has(page)) stored.delete(id);
      },
      async adopt(articleId, kind) {
        if (!alive.has(page)) return never;
        const left = [...stored.values()].filter(
          (one) =>
            one.articleId === articleId &&
            (kind === undefined ? one.kind !== 'text' : one.kind === kind) &&
            !alive.has(one.page),
        );
        return left.map((one): AdoptedRow => {
          const isOwnTab = instead !== undefined && one.page === pages.get(instead);
          one.page = page;
          // Written by `keep`.
          return { ...(JSON.parse(one.row) as DeviceRow), isOwnTab, wasLeft: false };
        });
      },
      findElsewhere: async (articleId) => [
        ...new Set(
          [...stored.values()]
            .filter((one) => one.kind === 'command' && !alive.has(one.page) && one.articleId !== articleId)
            .map((one) => one.articleId),
        ),
      ],
      getTrouble: () => trouble,
      inTurn,
    };
    const opened: FakePage = {
      device,
      kill() {
        alive.delete(page);
        for (const queue of queues.values()) if (queue[0]?.page === page) passOn(queue);
      },
      breakDown(next) {
        trouble = next;
      },
    };
    pages.set(opened, page);
    return opened;
  }

  const pages = new Map<FakePage, object>();
  return {
    open,
    // Written by `keep`.
    rows: () => [...stored.values()].map(({ row }) => JSON.parse(row) as DeviceRow),
  };
}
