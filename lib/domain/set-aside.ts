/** What words can be about that lost against somebody else's: not a check, whose outcome may be hidden from others. */
export const setAsideKinds = ['note', 'reply', 'claim', 'evidence', 'flag'] as const;
export type SetAsideKind = (typeof setAsideKinds)[number];

/** Words of a long note with room to spare, in UTF-16 code units. */
export const maxSetAsideLength = 25_000;
