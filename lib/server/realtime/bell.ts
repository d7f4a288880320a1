import 'server-only';

/** Something to wait on that others may ring; a ring while nobody waits is kept. */
export type Bell = {
  readonly ring: () => void;
  /** Resolves at the next ring, at once when it has rung, or after the time. Takes the ring. */
  readonly wait: (timeMs: number) => Promise<void>;
};

/** Makes a bell that has not rung. */
export function createBell(): Bell {
  let isRung = false;
  let wake = (): void => undefined;
  return {
    ring() {
      isRung = true;
      wake();
    },
    wait: (timeMs) =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          wake = () => undefined;
          isRung = false;
          resolve();
        };
        const timer = setTimeout(done, timeMs);
        wake = done;
        if (isRung) done();
      }),
  };
}
