import { describe, expect, it } from 'vitest';
import { membersToMention, mentionsIn, piecesWithMentions } from './mention';

const ann = { id: 'ann', name: 'Ann' };
const annLee = { id: 'ann-lee', name: 'Ann Lee' };
const rene = { id: 'rene', name: 'René Roux' };
const twinOne = { id: 'twin-1', name: 'Kim Park' };
const twinTwo = { id: 'twin-2', name: 'Kim Park' };
const members = [ann, annLee, rene, twinOne, twinTwo];

describe('mentionsIn', () => {
  it.each([
    ['finds a name behind an @', 'Please look, @Ann.', [], ['ann']],
    ['takes the longer name', '@Ann Lee wrote it', [], ['ann-lee']],
    ['does not take a name that goes on', '@Annabel wrote it', [], []],
    ['does not take an e-mail address', 'write to desk@Ann', [], []],
    ['does not take a name without an @', 'Ann wrote it', [], []],
    ['names each person once', '@Ann and @Ann', [], ['ann']],
    ['finds several', '@René Roux, ask @Ann', [], ['rene', 'ann']],
    ['leaves namesakes alone when nobody was chosen', '@Kim Park', [], []],
    ['takes the namesake that was chosen', '@Kim Park', ['twin-2'], ['twin-2']],
    ['forgets whom the text no longer names', 'Never mind', ['ann'], []],
  ])('%s', (_, text, chosen, expected) => {
    expect(mentionsIn(text, members, chosen)).toEqual(expected);
  });
});

describe('piecesWithMentions', () => {
  it.each([
    ['Ask @Ann Lee, not @Ann.', ['Ask ', '@Ann Lee*', ', not ', '@Ann*', '.']],
    ['@René Roux', ['@René Roux*']],
    ['mail desk@Ann or @Annabel', ['mail desk@Ann or @Annabel']],
    ['', []],
  ])('divides %j and loses nothing', (text, expected) => {
    const pieces = piecesWithMentions(text, members);
    expect(pieces.map((piece) => `${piece.text}${piece.isMention ? '*' : ''}`)).toEqual(expected);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });
});

describe('membersToMention', () => {
  it('offers everybody before a letter is typed, at most eight', () => {
    const many = Array.from({ length: 20 }, (_, n) => ({ id: String(n), name: `Person ${n}` }));
    expect(membersToMention('', many)).toHaveLength(8);
  });

  it('matches the beginning of any word of a name, without minding accents and capitals', () => {
    expect(membersToMention('ren', members)).toEqual([rene]);
    expect(membersToMention('ROUX', members)).toEqual([rene]);
    expect(membersToMention('ann l', members)).toEqual([annLee]);
    expect(membersToMention('nn', members)).toEqual([]);
  });
});
