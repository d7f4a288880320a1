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

/** Makes an empty disk. Work of one name is done by one page at a time, and the turn passes on when a page is killed. */
export function createFakeDisk(): FakeDisk {
  const stored = new Map<string, Stored>();
  const alive = new Set<object>();
  const turns = new Map<string, { readonly holder: object; readonly next: (() => void)[] }>();

  function open(instead?: FakePage): FakePage {
    const page = {};
    let trouble: DeviceTrouble | undefined;
    alive.add(page);

    function giveOn(name: string): void {
      const turn = turns.get(name);
      turns.delete(name);
      turn?.next.shift()?.();
      const now = turns.get(name);
      if (now !== undefined && turn !== undefined) now.next.push(...turn.next);
    }

    async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
      const held = turns.get(name);
      if (held !== undefined) await new Promise<void>((resolve) => held.next.push(resolve));
      turns.set(name, { holder: page, next: [] });
      const done = await work();
      if (turns.get(name)?.holder === page) giveOn(name);
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
      async adopt(articleId) {
        const left = [...stored.values()].filter(
          (one) => one.articleId === articleId && !alive.has(one.page),
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
        for (const [name, { holder }] of turns) if (holder === page) giveOn(name);
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
