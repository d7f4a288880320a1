/** What a page keeps on the device for the case that it goes before the server has it. `value` is plain JSON. */
export type DeviceRow = {
  /** Unique for the person. */
  readonly id: string;
  readonly kind: 'command' | 'draft' | 'form' | 'history' | 'text';
  readonly articleId: string;
  readonly value: unknown;
};

/** Why nothing can be kept: the browser has no store or no keys here, forbids it, or it is full. */
export type DeviceTrouble = 'missing' | 'forbidden' | 'full';

/** A person's own store on this device. Never rejects. */
export type Device = {
  /** Writes a row or replaces it, after all that was asked before; true once the device has it. */
  readonly keep: (row: DeviceRow) => Promise<boolean>;
  readonly drop: (id: string) => Promise<void>;
  /**
   * Takes over what pages that are gone have left of an article, in the order in which it was first kept; without one,
   * the drafts of all articles that the page before in this tab has left. `kind` takes only rows of one kind; texts are
   * taken by their kind alone, because only their editor can show them. No two pages get the same row.
   */
  readonly adopt: (articleId?: string, kind?: DeviceRow['kind']) => Promise<readonly AdoptedRow[]>;
  /** Other articles of which pages that are gone have left commands. */
  readonly findElsewhere: (articleId: string) => Promise<readonly string[]>;
  readonly getTrouble: () => DeviceTrouble | undefined;
  /** Runs work while no other page of this browser runs work of the same name. */
  readonly inTurn: <T>(name: string, work: () => Promise<T>) => Promise<T>;
};

/** `wasLeft`: the page that kept it was left in good order by a reload of this tab. */
export type AdoptedRow = DeviceRow & { readonly isOwnTab: boolean; readonly wasLeft: boolean };

/** A device that keeps nothing, for a reason. */
export function keeplessDevice(trouble: DeviceTrouble): Device {
  return {
    keep: async () => false,
    drop: async () => undefined,
    adopt: async () => [],
    findElsewhere: async () => [],
    getTrouble: () => trouble,
    inTurn: (_name, work) => work(),
  };
}
