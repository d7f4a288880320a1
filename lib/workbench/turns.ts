/**
 * For questions of which several may be under way at once: called when one is asked, it answers with what says, once its
 * answer has come, whether to take it. An earlier question is not taken any more when a later one was.
 */
export function createTurns(): () => () => boolean {
  let asked = 0;
  let taken = 0;
  return () => {
    asked += 1;
    const turn = asked;
    return () => {
      if (turn < taken) return false;
      taken = turn;
      return true;
    };
  };
}
