/** Words of the captures of evidence: what stood at its address, and whether the quote still does. */
export const captures = {
  check: 'Check the page',
  again: 'Check again',
  checkOf: (title: string) => `Check the page of ${title}`,
  fetching: 'The page is being fetched.',
  byItself: 'looked at again by itself',
  cancel: 'Cancel',
  cancelOf: (title: string) => `Cancel fetching the page of ${title}`,
  exact: 'The quote stands there word for word.',
  elided: 'The quote stands there, with the words that it leaves out.',
  altered: 'The quote stands there in other words:',
  missing: 'The quote does not stand there.',
  noQuote: 'The evidence quotes nothing.',
  gone: 'It stood there before.',
  reopened: 'The claim was reopened.',
  text: (characters: string) => `Captured text (${characters} characters)`,
  hash: (hash: string) => `SHA-256 ${hash.slice(0, 12)}…`,
};
