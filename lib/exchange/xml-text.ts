/** Text without the characters that XML 1.0 forbids and without halves of characters, which no file may hold. */
export function xmlText(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are meant
  return words.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

/** Text as it may stand in XML, in an element or in a quoted attribute. */
export function escapeXml(words: string): string {
  return xmlText(words).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
