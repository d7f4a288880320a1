'use client';

import { useState } from 'react';

export type Selection = {
  readonly keys: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
  /** Adds all between the place where the selecting began and this one. */
  readonly reachTo: (from: string, to: string) => void;
  readonly setAll: (keys: readonly string[]) => void;
  readonly clear: () => void;
};

/** Which lines of a list are selected; `order` is the list as it is shown, and what has left it is selected no more. */
export function useSelection(order: readonly string[]): Selection {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [anchor, setAnchor] = useState<string>();
  return {
    keys: new Set(chosen.filter((key) => order.includes(key))),
    toggle(key) {
      setAnchor(key);
      setChosen(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key]);
    },
    reachTo(from, to) {
      const start = anchor !== undefined && chosen.includes(anchor) ? anchor : from;
      setAnchor(start);
      setChosen([...new Set([...chosen, ...between(order, start, to)])]);
    },
    setAll: (keys) => setChosen(keys),
    clear() {
      setAnchor(undefined);
      setChosen([]);
    },
  };
}

/** The keys from one to the other, both included, whichever comes first. */
function between(order: readonly string[], from: string, to: string): readonly string[] {
  const [first = 0, last = 0] = [order.indexOf(from), order.indexOf(to)].sort((a, b) => a - b);
  return order.slice(Math.max(first, 0), last + 1);
}
