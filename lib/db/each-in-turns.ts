import 'server-only';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long one piece of work may keep everybody else waiting, in milliseconds. */
const sliceMs = 8;

/**
 * Does something with each of many things, in order. Every few milliseconds whatever else waits in this process has its
 * turn, so that a long text holds nobody up.
 */
export async function eachInTurns<T>(items: Iterable<T>, act: (item: T) => void): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    act(item);
    if (performance.now() - began < sliceMs) continue;
    await nextTurn();
    began = performance.now();
  }
}
