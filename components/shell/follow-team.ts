import type { Actor } from '@/lib/domain/actor';
import type { Line } from '@/lib/workbench/line';

/** What a page was drawn for: the role of its person, and the mark of the team's rules and names. */
export type DrawnFor = { readonly role: Actor['role']; readonly teamMark: string };

/**
 * Calls back when a person has another role than the page was drawn for, and unless the page is live by itself when the
 * team has other rules or somebody another name, also if that happened before the stream stood. Returns how to stop.
 */
export function followTeam(
  line: Pick<Line, 'onRules' | 'onCounts'>,
  { role, teamMark }: DrawnFor,
  isLive: boolean,
  onChange: () => void,
): () => void {
  let known = teamMark;
  let asked = role;
  const stopCounts = line.onCounts((news) => {
    // The numbers bring it again and again until the page is drawn anew, and who is disabled by then would be sent away
    // from what they have not saved.
    if (news.role === asked) return;
    asked = news.role;
    onChange();
  });
  const stopRules = line.onRules((mark) => {
    if (!isLive && known !== mark) onChange();
    known = mark;
  });
  return () => {
    stopCounts();
    stopRules();
  };
}
