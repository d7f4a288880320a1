import type { Anchor, AnchorState } from '../anchor';
import { alignTexts } from '../reanchor/align-texts';
import { anchorAfter } from '../reanchor/anchor-after';
import { reanchor } from '../reanchor/reanchor';
import type { Shift } from '../revised';
import type { TextEdit } from '../text-edit';

/** A revision as far as anchors ask. */
export type CarriedText = { readonly id: string; readonly text: string };

/** From which text to which; `edits`: how the new one was made, where that is known. `language` is a BCP 47 code. */
export type TextCarry = {
  readonly from: CarriedText;
  readonly to: CarriedText;
  readonly edits: readonly TextEdit[] | null;
  readonly language: string | null;
};

/** An anchor on new text, and what this text alone made of it. */
export type Carried = { readonly anchor: Anchor; readonly became: AnchorState };

/** Where each passage stands in the new text, in the order given, by the checked ladder of `reanchor`. */
export function carryAnchors(
  { from, to, edits, language }: TextCarry,
  anchors: readonly Anchor[],
): readonly Carried[] {
  const change = { oldText: from.text, newText: to.text, language, ...(edits && { steps: edits }) };
  const found = reanchor(change, anchors);
  return anchors.map((anchor, index) => {
    const became = found[index];
    if (became === undefined) throw new Error('The ladder answers once for each anchor.');
    return { anchor: anchorAfter(to, anchor, became), became: became.state };
  });
}

/** The stretches of a text that a new one has otherwise, in order. */
export function shiftsBetween(before: string, after: string): readonly Shift[] {
  const shifts: Shift[] = [];
  let end = 0;
  let newEnd = 0;
  for (const run of [
    ...alignTexts(before, after).runs,
    { start: before.length, newStart: after.length, length: 0 },
  ]) {
    // Two runs may both hold the white space between them.
    const overlap = Math.max(0, end - run.start, newEnd - run.newStart);
    if (overlap > run.length) continue;
    const [start, newStart] = [run.start + overlap, run.newStart + overlap];
    if (start > end || newStart > newEnd) shifts.push({ start: end, end: start, length: newStart - newEnd });
    end = run.start + run.length;
    newEnd = run.newStart + run.length;
  }
  return shifts;
}
