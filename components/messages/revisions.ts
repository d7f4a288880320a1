import type { DriftCounts, RevisionSource } from '@/lib/domain/revised';

/** Words about the text of an article as it changes: editing it, its revisions, and comparing two of them. */
export const revisions = {
  toArticle: 'To the article',
  number: (number: number) => `Revision ${number}`,
  list: {
    title: 'Revisions',
    pageTitle: (title: string) => `Revisions of “${title}”`,
    label: 'Revisions, latest first',
    edit: 'Edit the text',
    current: 'Current',
    read: (number: number) => `Read revision ${number}`,
    readShort: 'Read',
    compare: (from: number) => `Compare with ${from}`,
    compareCurrent: 'Compare with the current one',
    compareName: (from: number, to: number) => `Compare revision ${from} with revision ${to}`,
    by: (name: string) => `by ${name}`,
    older: 'Older',
  },
  sources: {
    imported: 'Brought in',
    pasted: 'Pasted',
    file: 'From a file',
    address: 'Fetched from its address',
    edited: 'Edited',
    wording: 'Suggested wording put in',
    appended: 'Text added at the end',
    api: 'Sent by a program',
  } satisfies Record<RevisionSource, string>,
  drift({ exact, moved, touched, orphaned }: DriftCounts): string {
    const said = [
      ...(exact === 0 ? [] : [`${exact} unchanged`]),
      ...(moved === 0 ? [] : [`${moved} moved`]),
      ...(touched === 0 ? [] : [`${touched} on changed words`]),
      ...(orphaned === 0 ? [] : [`${orphaned} lost`]),
    ];
    return said.length === 0 ? 'No annotations' : `Annotations: ${said.join(', ')}`;
  },
  compare: {
    title: (from: number, to: number) => `Revision ${from} → ${to}`,
    pageTitle: 'Compare revisions',
    from: 'From',
    to: 'To',
    show: 'Show',
    view: 'Form',
    side: 'Side by side',
    inline: 'Inline',
    filter: 'Show only',
    all: 'All changes',
    label: 'Paragraphs, changed ones with their changes',
    nothing: 'Nothing differs between these revisions.',
    nothingSuch: 'No change of this kind.',
    folded: (count: number) =>
      count === 1 ? 'Show 1 unchanged paragraph' : `Show ${count} unchanged paragraphs`,
    row: (at: number, total: number, drifts: string) => `Change ${at} of ${total}: ${drifts}`,
    added: 'Added',
    moved: 'Moved here',
    movedAway: 'Moved away',
    annotations: 'Annotations here',
    lostHere: 'Lost with these words',
    accept: 'Accept',
    recheck: 'Check again',
    open: 'Open the card',
    accepted: (left: number) =>
      left === 0
        ? 'Accepted.'
        : left === 1
          ? 'Accepted. One more waits here.'
          : `Accepted. ${left} more wait here.`,
    takenBack: 'It waits again.',
    rechecked: 'Under check again.',
    nothingToAccept: 'Nothing waits to be accepted here.',
    nothingToRecheck: 'Nothing here is stale.',
    onlyCurrent: 'Accepting and checking again is done on the current revision.',
    keys: {
      label: 'Keys',
      next: 'next change',
      previous: 'previous',
      accept: 'accept',
      recheck: 'check again',
    },
  },
  past: {
    title: (number: number, title: string) => `Revision ${number} of “${title}”`,
    all: 'All revisions',
    note: 'This is how the text and its annotations stood while this revision was the current one.',
  },
  edit: {
    title: (title: string) => `Edit: ${title}`,
    label: 'Text of the article',
    notYours: 'Only an editor or the owner changes the text.',
    toolbar: 'Form of the text',
    paragraph: 'Paragraph',
    heading: 'Heading',
    subheading: 'Subheading',
    bold: 'Bold',
    italic: 'Italic',
    undo: 'Undo',
    redo: 'Redo',
    reason: 'Why is there a new revision?',
    reasonHint: 'Shown in the list of revisions and in the history.',
    save: 'Save revision',
    saving: 'Saving…',
    discard: 'Discard',
    discarded: 'Your changes are discarded.',
    unchanged: 'Change something first.',
    others: (names: readonly string[]) =>
      `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} editing the text as well. Who saves second puts their changes on top.`,
    kept: 'Recovered on this device: your changes of an earlier visit are in the editor.',
    keptNote: 'What you type is kept on this device, locked, until you save or discard it.',
    left: {
      title: (count: number) =>
        count === 1
          ? 'Recovered on this device: a text that was not saved'
          : `Recovered on this device: ${count} texts that were not saved`,
      made: (number: number) => `Made from revision ${number},`,
      takeUp: 'Go on with it',
      throwAway: 'Throw it away',
      thrownAway: 'The unsaved text is thrown away.',
      older: (from: number, now: number) =>
        `This text was made from revision ${from}, and revision ${now} has come since. Your text is in the editor and is kept.`,
    },
    signOut:
      'Your changes to the text of an article are not saved. They stay on this device and come back when you sign in here again.',
    refetch: 'Fetch it from its address again',
    refetching: 'Fetching…',
    whole: 'Paste or upload a whole new text',
    wholeTitle: 'A whole new text',
    wholeNote: 'It takes the place of the text in the editor. Nothing is saved before you save the revision.',
    replaced: 'The new text is in the editor. Look at it, then save the revision.',
    effect:
      'Every annotation is looked for in the new text: it stays, waits with before and after, or is shown as lost.',
    conflict: {
      title: 'Somebody else saved a revision meanwhile',
      by: (name: string, number: number) =>
        `${name} saved revision ${number} meanwhile. Your text is kept: take it over into the new one.`,
      rebase: 'Put my changes on top',
      rebased: (number: number) => `Your changes stand on revision ${number} now. Look at them, then save.`,
      clash: 'Both of you changed the same paragraphs. Copy your text, or save it over theirs knowingly.',
      copy: 'Copy my text',
      copied: 'Your text is copied.',
      copyFailed: 'Copying is blocked in this browser. Select the text in the editor and copy it by hand.',
      look: 'See what they changed',
      over: 'Save mine over it',
    },
  },
  add: {
    open: 'Add text at the end',
    goOn: 'Go on with the new text',
    title: 'Add text at the end',
    note: 'Nothing that stands in the article moves.',
    words: 'New text',
    save: 'Add',
    close: 'Close',
    empty: 'Paste or type the text first.',
  },
};
