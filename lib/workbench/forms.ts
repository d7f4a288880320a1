/** What is typed into forms that stand on no card, by the name of the form: the right-of-reply log, a sign-off. */
export type Forms = {
  readonly get: (name: string) => unknown;
  /** `undefined` forgets it. */
  readonly set: (name: string, values: unknown, articleId: string) => void;
  readonly articleOf: (name: string) => string;
  readonly names: () => readonly string[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Tells which form has changed. */
  readonly watch: (listener: (name: string) => void) => void;
};

/** Forms in memory. `keepForms` keeps them on the device besides. */
export function createForms(): Forms {
  const values = new Map<string, { readonly values: unknown; readonly articleId: string }>();
  const listeners = new Set<() => void>();
  const watchers = new Set<(name: string) => void>();
  return {
    get: (name) => values.get(name)?.values,
    set(name, next, articleId) {
      if (next === undefined) values.delete(name);
      else values.set(name, { values: next, articleId });
      for (const watcher of watchers) watcher(name);
      for (const listener of listeners) listener();
    },
    articleOf: (name) => values.get(name)?.articleId ?? '',
    names: () => [...values.keys()],
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch: (listener) => void watchers.add(listener),
  };
}

/** One per person and page. Never made on the server. */
const made = new Map<string, Forms>();

/** The forms of a person in this page; in the browser only. */
export function formsOf(userId: string): Forms {
  const found = made.get(userId) ?? createForms();
  made.set(userId, found);
  return found;
}
