/** When things were on the screen, in milliseconds since the navigation began. */
export type OpenTimes = {
  /** The first byte of the answer, and its last. */
  readonly answered: number;
  readonly received: number;
  readonly firstPaint: number;
  /** Marks in the text and a card in sight. */
  readonly painted: number;
  /** A key has moved the sentence cursor, and that has been painted. */
  readonly usable: number;
};

/** What a key press took, in milliseconds since the press. */
export type MarkTimes = {
  /** The mark is in the page. */
  readonly inserted: number;
  /** The frame with the mark has been made. */
  readonly painted: number;
};

/** Whether the article has marks to wait for. */
export type ProbeOptions = { readonly expectsMarks: boolean };

declare global {
  interface Window {
    readonly bench: {
      readonly opened: Promise<OpenTimes>;
      /** Waits for the next key press and the mark that it makes. */
      readonly arm: () => void;
      readonly marked: () => Promise<MarkTimes>;
      /** Scrolls down, some pixels in every frame; resolves to the milliseconds between frames. */
      readonly scroll: (pixelsPerFrame: number, frames: number) => Promise<number[]>;
    };
  }
}

/** Runs in the page before any script of it. All of it is one function, because only its text gets there. */
export function installProbe({ expectsMarks }: ProbeOptions): void {
  const article = '.article-text';
  const mark = `${article} mark[data-annotation-id]`;

  /** Calls back when the frame has been made that shows what is in the page now. */
  function afterPaint(callback: (at: number) => void): void {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => callback(performance.now());
      port2.postMessage(null);
    });
  }

  function isInSight(selector: string): boolean {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    return box !== undefined && box.height > 0 && box.top < window.innerHeight && box.bottom > 0;
  }

  const opened = new Promise<OpenTimes>((resolve) => {
    let painted = 0;
    function look(): void {
      const isThere = expectsMarks
        ? isInSight(mark) && isInSight('[data-annotation-card]')
        : isInSight(article);
      if (!isThere) {
        requestAnimationFrame(look);
        return;
      }
      painted ||= performance.now();
      if (!isInSight('[data-sentence-cursor]')) {
        // Whoever is ready to act on a key does so at once, so the page is asked again in each frame.
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }),
        );
        requestAnimationFrame(look);
        return;
      }
      afterPaint((usable) => {
        const [navigation] = performance.getEntriesByType('navigation');
        const isNavigation = navigation instanceof PerformanceNavigationTiming;
        resolve({
          answered: isNavigation ? navigation.responseStart : Number.NaN,
          received: isNavigation ? navigation.responseEnd : Number.NaN,
          firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
          painted,
          usable,
        });
      });
    }
    requestAnimationFrame(look);
  });

  let next: Promise<MarkTimes> = Promise.reject(new Error('Nothing was armed.'));
  next.catch(() => undefined);

  function arm(): void {
    const idOf = (element: Element): string => element.getAttribute('data-annotation-id') ?? '';
    const known = new Set(Array.from(document.querySelectorAll(mark), idOf));
    next = new Promise((resolve) => {
      let pressedAt = Number.NaN;
      window.addEventListener(
        'keydown',
        (event) => {
          pressedAt = event.timeStamp;
        },
        { capture: true, once: true },
      );
      const observer = new MutationObserver(() => {
        if (Array.from(document.querySelectorAll(mark), idOf).every((id) => known.has(id))) return;
        observer.disconnect();
        const inserted = performance.now() - pressedAt;
        afterPaint((at) => resolve({ inserted, painted: at - pressedAt }));
      });
      observer.observe(document.body, { subtree: true, childList: true });
    });
  }

  function scroll(pixelsPerFrame: number, frames: number): Promise<number[]> {
    return new Promise((resolve) => {
      const gaps: number[] = [];
      let before: number | undefined;
      function step(now: number): void {
        if (before !== undefined) gaps.push(now - before);
        before = now;
        if (gaps.length >= frames) resolve(gaps);
        else {
          window.scrollBy({ top: pixelsPerFrame, behavior: 'instant' });
          requestAnimationFrame(step);
        }
      }
      requestAnimationFrame(step);
    });
  }

  Object.assign(window, { bench: { opened, arm, marked: () => next, scroll } });
}
