/** Words about who else is in the article. */
export const presence = {
  hereNow: 'Here now',
  /** Whom one would follow, and what they do; `does` from below. */
  follow: (name: string, does: string) => `${name} ${does}. Follow`,
  following: (name: string, does: string) => `${name} ${does}. You follow them; press to stop`,
  hover: (name: string, does: string) => `${name} ${does}`,
  does: {
    reads: 'has the article open',
    edits: 'is editing the text',
    looksAt: (words: string) => `looks at “${words}”`,
    isOn: (words: string) => `has the card of “${words}” open`,
    writes: (words: string) => `writes on “${words}”`,
  },
  more: (count: number) => `+${count}`,
  moreLabel: (count: number) => (count === 1 ? 'One more person is here' : `${count} more people are here`),
  /** On a small screen the list is behind a number. */
  show: (count: number) =>
    count === 1 ? 'One other person is here. Show who' : `${count} other people are here. Show who`,
  followOne: (name: string) => `Follow ${name}`,
  followNow: 'Follow',
  followsNow: 'Following',
  followed: (name: string) => `Following ${name}`,
  leave: 'Stop following',
  onClaim: (name: string) => `${name} is on this claim`,
  onMark: (name: string) => `${name} is on this passage`,
  /** Beside who is on a claim, instead of since when: they have its card open at this moment. */
  atIt: 'here now',
  writing: (name: string) => `${name} is writing here`,
};
