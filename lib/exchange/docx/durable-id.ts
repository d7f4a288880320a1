/**
 * The id under which Word keeps a comment through every edit (`w16cid:durableId`: 31 bits as eight hexadecimal digits,
 * never 0), made of Galley's own, so that a comment that comes back is known again. FNV-1a; a taken one counts up.
 */
export function durableId(key: string, taken: Set<string>): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193) >>> 0;
  }
  let number = hash & 0x7fffffff || 1;
  while (taken.has(hex(number))) number = (number + 1) & 0x7fffffff || 1;
  taken.add(hex(number));
  return hex(number);
}

const hex = (number: number): string => number.toString(16).toUpperCase().padStart(8, '0');
