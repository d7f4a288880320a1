import type { ReadProgress } from '@/lib/domain/lists';

const stages = {
  waiting: 'Waiting until others are read',
  fetching: 'Fetching the page',
  reading: 'Reading the file',
  arranging: 'Text found, putting it in order',
} satisfies Record<ReadProgress['stage'], string>;

/** Words of the import of an article. */
export const imports = {
  title: 'Import an article',
  meta: 'Nothing is saved before you have seen it',
  back: 'Back to the articles',
  source: {
    paste: 'Paste the article',
    pasteHint: 'From a web page, a document or a mail. Headings, lists, quotes and links come along.',
    placeholder: 'Paste or type the text here',
    format: 'Read as',
    formats: { rich: 'With formatting', text: 'Plain text', markdown: 'Markdown', html: 'HTML source' },
    rich: 'The formatting was pasted too: headings, lists, quotes and links are kept.',
    richLost: 'You changed the text, so only the words count now. Paste again for the formatting.',
    preview: 'Preview',
    address: 'Fetch a web address',
    addressHint: 'The article is looked for on the page; what is left out is listed.',
    fetch: 'Fetch',
    fetching: (address: string) => `Fetching ${address}`,
    noAddress: 'Give the whole web address, beginning with https://.',
    file: 'Choose a file',
    fileHint: 'Word (.docx), PDF, HTML, Markdown or text. Or drop it here.',
    files: 'Choose files',
    filesHint:
      'Word (.docx), PDF, HTML, Markdown or text, or a Galley file (.json). One or many at once; or drop them here.',
    drop: 'Drop it here',
    oneFile: 'Drop one file at a time.',
    reading: 'Reading the article',
    readingFile: (name: string) => `Reading ${name}`,
    progress: (stage: ReadProgress['stage'], pages: ReadProgress['pages']) =>
      pages === undefined ? stages[stage] : `${pages.done} of ${pages.all} pages read`,
    cancel: 'Cancel',
    empty: 'Paste the text of the article first.',
    tooLarge: (name: string, megabytes: number) =>
      `${name} is larger than ${megabytes} MB. Divide it into parts.`,
    wrongKind: (name: string) =>
      `${name} is not a .txt, .md, .html, .docx, .pdf or Galley .json file. Save it as one of these first.`,
    emptyFile: (name: string) => `${name} is empty. Choose another file.`,
    unreadable: (name: string) => `${name} could not be opened. Choose it again.`,
  },
  preview: {
    details: 'About the article',
    headline: 'Headline',
    byline: 'Byline',
    publication: 'Publication',
    publishedOn: 'Published on',
    language: 'Language',
    languageUnknown: 'Not known',
    direction: 'Direction',
    directionUnknown: 'Each paragraph by its letters',
    sourceAddress: 'Source address',
    sourceHint: 'Where it was published, if it was',
    result: 'As it will stand',
    original: 'What came in',
    originalNamed: (name: string) => `What came in: ${name}`,
    originalCut: (shown: string) => `Only the first ${shown} characters are shown here; everything was read.`,
    show: 'Show',
    counts: (words: number, paragraphs: number) =>
      `${counted(words, 'word', 'words')} in ${counted(paragraphs, 'paragraph', 'paragraphs')}`,
    dropped: 'Left out on the way in',
    droppedNothing: 'Everything came in.',
    droppedLine: (what: string, count: number) => (count === 1 ? what : `${what} (${count} times)`),
    warnings: 'To look at',
    blockBar: 'This paragraph',
    blockHint: 'Choose a paragraph to correct it',
    kind: 'It is',
    kinds: {
      headline: 'Headline',
      heading: 'Heading',
      subheading: 'Subheading',
      paragraph: 'Paragraph',
      quote: 'Quote',
      bullet: 'List item',
    },
    kindOther: 'Numbered item or code',
    remove: 'Leave out',
    removeRest: 'Leave out from here on',
    removed: (count: number) => (count === 1 ? '1 paragraph left out' : `${count} paragraphs left out`),
    onlyOne: 'The last paragraph cannot be left out.',
    undo: 'Undo correction',
    undone: 'Correction taken back',
    blockNumber: (number: number, total: number) => `${number} of ${total}`,
    save: 'Save article',
    saving: 'Saving…',
    again: 'Start again',
    summary: 'The article is not saved yet',
    comments: (count: number) => (count === 1 ? '1 comment' : `${count} comments`),
    commentsHint: 'They become annotations, under the names of those who wrote them.',
    commentsLost: (count: number) =>
      count === 1
        ? '1 comment stands on words that were left out and does not come along.'
        : `${count} comments stand on words that were left out and do not come along.`,
    commentBy: (author: string, replies: number) =>
      replies === 0 ? author : `${author}, ${replies === 1 ? '1 reply' : `${replies} replies`}`,
    tracked: 'Tracked changes',
    trackedWays: { accept: 'Accept', reject: 'Reject' },
    more: (count: number) => `and ${count} more`,
  },
  batch: {
    title: 'Files',
    progress: (done: number, total: number) => `${done} of ${total} read`,
    states: {
      waiting: 'Waiting',
      reading: 'Reading',
      ready: 'Ready',
      failed: 'Not read',
      saving: 'Saving',
      saved: 'Saved',
    },
    galley: 'Galley file, with its annotations',
    untitled: 'Without a headline: look at it first',
    look: (name: string) => `Look at ${name}`,
    lookShort: 'Look at it',
    open: (name: string) => `Open ${name}`,
    openShort: 'Open',
    remove: (name: string) => `Take ${name} off the list`,
    saveAll: (count: number) => (count === 1 ? 'Save 1 article' : `Save ${count} articles`),
    cancel: 'Cancel the rest',
    again: 'Import others',
    back: 'Back to the files',
    hint: 'Each is saved as it was read. Look at one to correct it first.',
  },
  galley: {
    title: 'A Galley file',
    from: (team: string) => `Exported by ${team}`,
    annotations: (count: number) => (count === 1 ? '1 annotation' : `${count} annotations`),
    replyRequests: (count: number) => counted(count, 'request for a reply', 'requests for a reply'),
    notWhole:
      'Nothing else: the file holds a copy of the report, without history, sessions, captures and attached files',
    whole: {
      revisions: (count: number) =>
        counted(count, 'earlier revision of the text', 'earlier revisions of the text'),
      events: (count: number) => counted(count, 'entry of the history', 'entries of the history'),
      sessions: (count: number) => counted(count, 'session', 'sessions'),
      votes: (count: number) => counted(count, 'vote', 'votes'),
      captures: (count: number) => counted(count, 'captured page', 'captured pages'),
      files: (count: number) => counted(count, 'attached file', 'attached files'),
      corrections: (count: number) => counted(count, 'published correction', 'published corrections'),
      deleted: (count: number) =>
        counted(count, 'deleted item that can be restored', 'deleted items that can be restored'),
      missingFiles: (count: number) =>
        `${counted(count, 'attached file is', 'attached files are')} only named: the file had no room for more`,
      sealed: (count: number) =>
        `${counted(count, 'vote or proposal was', 'votes or proposals were')} sealed from whoever exported it and will be missing`,
    },
    people: (names: string) => `Work by ${names}`,
    hint: 'It becomes a new article of your team. The work in it keeps the names of its authors, as imported people: sign-offs and history are what the file says, not what was checked here.',
    save: 'Import with everything in it',
  },
};

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
