/** So many characters on each side show where a change is. */
const shown = 60;

/** The words of the paragraph before a place, none of them cut in two. */
export function leadTo(text: string, end: number): string {
  const near = text.slice(Math.max(0, end - shown), end);
  const paragraph = near.slice(near.lastIndexOf('\n') + 1);
  return paragraph.length < shown ? paragraph : paragraph.replace(/^\S*\s/, '… ').toWellFormed();
}

/** The words of the paragraph behind a place. */
export function tailFrom(text: string, start: number): string {
  const [paragraph = ''] = text.slice(start, start + shown).split('\n');
  return paragraph.length < shown ? paragraph : paragraph.replace(/\s\S*$/, ' …').toWellFormed();
}
