import type { Person } from './team';

/** What stands in a text for a person who is mentioned. */
export function mentionText({ name }: Pick<Person, 'name'>): string {
  return `@${name}`;
}

/**
 * The ids of the members whose name stands in a text behind an @. Of several with the same name those that were
 * `chosen` from the list count; a name that only one member has needs no choosing. A longer name wins over a shorter
 * one that it begins with ("@Ann Lee" does not mention Ann). At most 50.
 */
export function mentionsIn(
  text: string,
  members: readonly Person[],
  chosen: readonly string[],
): readonly string[] {
  const found = new Set<string>();
  const longestFirst = [...members].sort((a, b) => b.name.length - a.name.length);
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at > 0 && isPartOfWord(text.charAt(at - 1))) continue;
    const here = longestFirst.find((member) => standsAt(text, at, mentionText(member)));
    if (here === undefined) continue;
    const namesakes = members.filter(({ name }) => name === here.name);
    const meant = namesakes.filter(({ id }) => chosen.includes(id));
    for (const { id } of meant.length > 0 ? meant : namesakes.slice(0, namesakes.length === 1 ? 1 : 0))
      found.add(id);
  }
  return [...found].slice(0, 50);
}

/** A text in pieces, those that mention somebody of these names set apart; joined they are the text. */
export function piecesWithMentions(
  text: string,
  people: readonly Pick<Person, 'name'>[],
): readonly { readonly text: string; readonly isMention: boolean }[] {
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length);
  const pieces: { text: string; isMention: boolean }[] = [];
  let begun = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < begun || (at > 0 && isPartOfWord(text.charAt(at - 1)))) continue;
    const here = longestFirst.find((person) => standsAt(text, at, mentionText(person)));
    if (here === undefined) continue;
    const words = mentionText(here);
    if (at > begun) pieces.push({ text: text.slice(begun, at), isMention: false });
    pieces.push({ text: words, isMention: true });
    begun = at + words.length;
  }
  if (begun < text.length) pieces.push({ text: text.slice(begun), isMention: false });
  return pieces;
}

/** The members to offer while somebody types behind an @: whose name, or a word of it, begins so. At most eight. */
export function membersToMention<T extends Person>(typed: string, members: readonly T[]): readonly T[] {
  const wanted = plain(typed);
  return members
    .filter(({ name }) => {
      const own = plain(name);
      return own.startsWith(wanted) || own.split(' ').some((word) => word.startsWith(wanted));
    })
    .slice(0, 8);
}

function standsAt(text: string, at: number, words: string): boolean {
  return text.startsWith(words, at) && !isPartOfWord(text.charAt(at + words.length));
}

const isPartOfWord = (character: string): boolean => /[\p{L}\p{N}_]/u.test(character);

/** Lower case without accents, so that "@ren" finds René. */
const plain = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
