import { isBlankDraft } from './blank-drafts';
import type { AdoptedRow, Device } from './device';
import { type Draft, type DraftKey, type Drafts, isSameDraft } from './drafts';
import { createWriteBehind } from './write-behind';

/** Drafts that are kept on the device as they are typed. */
export type DraftKeeper = {
  /** Whether something typed is not on the device yet. */
  readonly isBehind: () => boolean;
  /** Takes over drafts that earlier pages have left, and gives them back. */
  readonly adopt: (rows: readonly AdoptedRow[]) => readonly Draft[];
};

type KeeperOptions = {
  readonly drafts: Drafts;
  readonly device: Device;
  readonly newId: () => string;
  readonly schedule: (callback: () => void, afterMs: number) => void;
};

const keepers = new WeakMap<Drafts, DraftKeeper>();

/** Keeps every draft on the device until it is sent or dropped. One keeper for the drafts of a page, whoever asks. */
export function keeperOf(options: KeeperOptions): DraftKeeper {
  const keeper = keepers.get(options.drafts) ?? keepDrafts(options);
  keepers.set(options.drafts, keeper);
  return keeper;
}

/** Begins to keep drafts. */
export function keepDrafts({ drafts, device, newId, schedule }: KeeperOptions): DraftKeeper {
  const writer = createWriteBehind({ kind: 'draft', device, find: findByName, newId, schedule });

  function findByName(name: string) {
    const placed = drafts.all().find(({ draft }) => nameOf(draft) === name);
    if (placed === undefined || isBlankDraft(placed.draft)) return undefined;
    return { articleId: placed.articleId, value: placed.draft };
  }

  for (const { draft } of drafts.all()) writer.note(nameOf(draft));
  drafts.watch((key) => writer.note(nameOf(key)));
  return {
    isBehind: writer.isBehind,
    adopt: (rows) =>
      rows.flatMap(({ id, articleId, value, wasLeft }) => {
        if (!isDraft(value)) return [];
        const draft = { ...value, isRecovered: !wasLeft };
        // What is being typed in this page already stays; older words of something new become a draft of their own.
        const isTaken = drafts.of(draft.annotationId).some((other) => isSameDraft(other, draft));
        if (isTaken && draft.base !== null) return [];
        const placed = isTaken ? { ...draft, itemId: newId() } : draft;
        writer.place(nameOf(placed), id);
        drafts.write(placed, articleId);
        return [placed];
      }),
  };
}

const nameOf = ({ kind, annotationId, itemId }: DraftKey): string => `${kind} ${annotationId} ${itemId}`;

/** Only this file writes these rows; another version's shape is left out. */
function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const fields = ['kind', 'annotationId', 'itemId', 'base', 'values', 'state', 'message'];
  return fields.every((field) => field in value);
}
