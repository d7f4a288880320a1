import 'server-only';

/** The words of a piece of WordprocessingML, a line for each paragraph; entities are read, everything else goes. */
export function xmlText(xml: string): string {
  const words = xml
    .replace(/<w:(?:del|moveFrom)\s[\s\S]*?<\/w:(?:del|moveFrom)>/g, '')
    .replace(/<\/w:p>|<w:br[\s/>][^>]*>?/g, '\n')
    .replace(/<w:tab[\s/>][^>]*>?/g, '\t')
    .replace(/<[^>]*>/g, '');
  return decodeEntities(words).trim().normalize('NFC');
}

/** Characters of XML as they are meant: entities are read, halves of characters and what no text holds go. */
export function decodeEntities(words: string): string {
  return words
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|quot|apos|amp));/gi, (whole, decimal, hex, name) => {
      if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    })
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\0/g, '');
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
