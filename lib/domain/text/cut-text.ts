/** The first `length` UTF-16 code units of a text; one less where that would leave half of a character at the end. */
export function cutText(text: string, length: number): string {
  const cut = text.slice(0, length);
  return cut.length < text.length ? cut.replace(/[\ud800-\udbff]$/, '') : cut;
}
