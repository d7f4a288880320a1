/** Words of the list of articles, and of every answer that the desk's pages wait for. */
export const articles = {
  title: 'Articles',
  meta: (count: number, more: boolean) =>
    more ? `${count} shown` : count === 1 ? '1 article' : `${count} articles`,
  list: 'Articles',
  import: 'Import an article',
  search: 'Search articles',
  searchHint: 'Headline, byline or words of the text',
  clearSearch: 'Clear search',
  clearFilters: 'Clear search and filters',
  filters: 'Progress of the check',
  all: 'All',
  progress: {
    not_started: 'Not started',
    in_progress: 'In progress',
    all_decided: 'All decided',
  },
  signedOff: {
    holds: 'Signed off',
    changed: 'Changed since sign-off',
    changes: (count: number) => (count === 1 ? '1 change since' : `${count} changes since`),
    overridden: 'against an obstacle',
    by: (name: string) => `by ${name}`,
  },
  sample: 'Sample',
  revision: (number: number) => `Revision ${number}`,
  decided: (decided: number, total: number) => `${decided} of ${total} decided`,
  decidedName: 'sentences decided',
  annotations: (count: number) => (count === 1 ? '1 annotation' : `${count} annotations`),
  openFlags: (count: number) => (count === 1 ? '1 open flag' : `${count} open flags`),
  people: (title: string) => `People on ${title}`,
  changed: 'Changed',
  actionsFor: (title: string) => `Actions for ${title}`,
  open: 'Open',
  delete: 'Delete',
  removeSample: 'Remove sample',
  deleted: (title: string) => `“${title}” is deleted.`,
  sampleRemoved: 'The sample article is removed.',
  restored: (title: string) => `“${title}” is back.`,
  showMore: 'Show more',
  showMoreBusy: 'Loading…',
  keyMove: 'move',
  keyOpen: 'open',
  keySearch: 'search',
  none: {
    title: 'No article yet',
    body: 'Import the first one: paste its text, or choose a file. You see what comes in before it is saved.',
    bodyViewer:
      'Nobody in your team has imported an article yet. A reviewer, an editor or the owner can do it.',
  },
  noMatch: {
    title: 'No article matches',
    body: (search: string) =>
      search === ''
        ? 'No article is at this stage of the check.'
        : `Nothing in headlines, bylines or texts begins with “${search}” here.`,
  },
  offline: 'The server does not answer. Check the connection, then try again.',
  noAnswer: 'Something went wrong on the way. Try again.',
  signedOut:
    'You are signed out. Sign in again in another tab, then try again here; nothing on this page is lost.',
};
