import 'server-only';

/** The way out of a live answer, with a bound on what waits there for its reader. */
export type Outlet = {
  readonly body: ReadableStream<Uint8Array>;
  readonly write: (text: string) => void;
  /** Whether the reader keeps up: less than the bound waits. */
  readonly hasRoom: () => boolean;
  /** Ends the answer after what was written; a reader who does not take that either is cut off. */
  readonly end: () => void;
};

/** What may wait for one reader, in bytes. */
const mostWaiting = 256 * 1_024;
const cutOffMs = 10_000;
const encoder = new TextEncoder();

/** Opens a way out. `onRoom` is called when there is room again after there was none, `onLeave` when the reader went away. */
export function openOutlet({
  onRoom,
  onLeave,
}: {
  readonly onRoom: () => void;
  readonly onLeave: () => void;
}): Outlet {
  let isOpen = true;
  let isFull = false;
  let cutOff: NodeJS.Timeout | undefined;
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
      },
      pull() {
        if (!isFull) return;
        isFull = false;
        onRoom();
      },
      cancel() {
        isOpen = false;
        clearTimeout(cutOff);
        onLeave();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
  );
  return {
    body,
    write(text) {
      if (!isOpen) return;
      controller?.enqueue(encoder.encode(text));
      isFull = (controller?.desiredSize ?? 0) <= 0;
    },
    hasRoom: () => (controller?.desiredSize ?? 0) > 0,
    end() {
      if (!isOpen) return;
      isOpen = false;
      controller?.close();
      cutOff = setTimeout(() => controller?.error(new Error('The reader did not take the end.')), cutOffMs);
      cutOff.unref();
    },
  };
}
