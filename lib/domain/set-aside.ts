/**
 * What words can be about that lost against somebody else's. Those of a check may tell what their author would conclude:
 * where second checks are blind, nobody else reads them.
 */
export const setAsideKinds = ['note', 'reply', 'claim', 'evidence', 'flag', 'check'] as const;
export type SetAsideKind = (typeof setAsideKinds)[number];

/** Words of a long note with room to spare, in UTF-16 code units. */
export const maxSetAsideLength = 25_000;
