import type { Actor } from '@/lib/domain/actor';
import type { Line } from '@/lib/workbench/line';

/**
 * Calls back when a person has another role than the page was made for, and unless the page is live by itself when the
 * team has changed its rules or somebody their name. Returns how to stop.
 */
export function followTeam(
  line: Line,
  role: Actor['role'],
  isLive: boolean,
  onChange: () => void,
): () => void {
  let known: string | undefined;
  let asked = role;
  const stopCounts = line.onCounts((news) => {
    // The numbers bring it again and again until the page is drawn anew, and who is disabled by then would be sent away
    // from what they have not saved.
    if (news.role === asked) return;
    asked = news.role;
    onChange();
  });
  const stopRules = line.onRules((mark) => {
    if (!isLive && known !== undefined && known !== mark) onChange();
    known = mark;
  });
  return () => {
    stopCounts();
    stopRules();
  };
}
