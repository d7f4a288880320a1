import type { AdoptedRow, Device } from './device';
import type { Forms } from './forms';
import { createWriteBehind } from './write-behind';

/** Forms that are kept on the device as they are filled in. */
export type FormKeeper = {
  readonly isBehind: () => boolean;
  /** Takes over what earlier pages have left; what is typed in this page already stays. */
  readonly adopt: (rows: readonly AdoptedRow[]) => void;
};

type KeeperOptions = {
  readonly forms: Forms;
  readonly device: Device;
  readonly newId: () => string;
  readonly schedule: (callback: () => void, afterMs: number) => void;
};

const keepers = new WeakMap<Forms, FormKeeper>();

/** Keeps every form on the device until it is saved or discarded. One keeper for the forms of a page. */
export function formKeeperOf({ forms, device, newId, schedule }: KeeperOptions): FormKeeper {
  const found = keepers.get(forms);
  if (found !== undefined) return found;
  const find = (name: string) => {
    const values = forms.get(name);
    return values === undefined ? undefined : { articleId: forms.articleOf(name), value: { name, values } };
  };
  const writer = createWriteBehind({ kind: 'form', device, find, newId, schedule });
  for (const name of forms.names()) writer.note(name);
  forms.watch(writer.note);
  const keeper: FormKeeper = {
    isBehind: writer.isBehind,
    adopt(rows) {
      for (const { id, articleId, value } of rows) {
        if (!isForm(value) || forms.get(value.name) !== undefined) continue;
        writer.place(value.name, id);
        forms.set(value.name, value.values, articleId);
      }
    },
  };
  keepers.set(forms, keeper);
  return keeper;
}

/** Only this file writes these rows; another version's shape is left out. */
const isForm = (value: unknown): value is { readonly name: string; readonly values: unknown } =>
  typeof value === 'object' && value !== null && 'name' in value && 'values' in value;
