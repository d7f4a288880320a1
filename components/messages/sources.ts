/** Words of the library of sources. */
export const sources = {
  title: 'Sources',
  meta: (count: number, more: boolean) =>
    more ? `${count} shown` : count === 1 ? '1 source' : `${count} sources`,
  list: 'Sources',
  add: 'New source',
  search: 'Search sources',
  searchHint: 'Title or address',
  clearSearch: 'Clear search',
  uses: (count: number) =>
    count === 0 ? 'no claim rests on it' : count === 1 ? '1 claim rests on it' : `${count} claims rest on it`,
  group: (name: string) => `goes back to ${name}`,
  changed: 'Changed',
  none: {
    title: 'No source yet',
    body: 'A source that several claims rest on is written down once, here. Add one, or save a piece of evidence as a source from its menu.',
    bodyViewer: 'Nobody in your team has added a source yet.',
  },
  noMatch: {
    title: 'No source matches',
    body: (search: string) => `No title or address holds “${search}”.`,
  },
  detail: {
    fields: 'What is known of it',
    fieldsHint: 'Evidence that was taken from it before keeps what it took over.',
    uses: 'Claims that rest on it',
    usesHint: 'In the articles of your team, the latest first.',
    noUse: 'No claim rests on it yet. Choose it by its title while you add evidence.',
    open: 'Open the address',
  },
  form: {
    title: 'Title',
    address: 'Address',
    type: 'Type',
    tier: 'Tier',
    independenceGroup: 'Independence group',
    independenceGroupHint: 'Who or what it goes back to, such as a news agency or one study.',
    note: 'Note',
    noteHint: 'What colleagues should know before they use it.',
    save: 'Save source',
    busy: 'Saving…',
    saved: 'The source is saved.',
  },
  suggest: {
    list: 'Sources of the library',
    found: (count: number) =>
      count === 1 ? '1 source of the library matches' : `${count} sources of the library match`,
    linked: 'From the library.',
    unlink: 'Unlink',
    open: 'Open its source',
    save: 'Save as source',
    saved: (title: string) => `“${title}” is in the library now.`,
  },
};
