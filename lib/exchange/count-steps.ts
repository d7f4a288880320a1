/** Hears how much of a file is written, from 0 to 1. */
export type OnShare = (share: number) => void;

/** Says how much is done after each of so many steps; whoever takes more of them is done. */
export function countSteps(total: number, onShare: OnShare): (steps?: number) => void {
  let done = 0;
  return (steps = 1) => {
    done += steps;
    onShare(Math.min(1, done / Math.max(1, total)));
  };
}

/** For whoever does not want to hear. */
export const unheard: OnShare = () => undefined;
