/** Words of the signed-in frame, the public frame and the pages for what went wrong. */
export const shell = {
  product: 'Galley',
  tagline: 'Fact-check annotation workbench',
  skipToContent: 'Skip to content',
  navigation: 'Main',
  home: 'Galley, to the articles',
  places: {
    articles: 'Articles',
    queue: 'Review queue',
    sources: 'Sources',
    team: 'Team',
    account: 'Account',
  },
  queueWaiting: (count: number) => (count === 1 ? '1 claim waiting' : `${count} claims waiting`),
  roles: {
    owner: 'Owner',
    editor: 'Editor',
    reviewer: 'Reviewer',
    viewer: 'Viewer',
  },
  userMenu: (name: string) => `You: ${name}`,
  theme: {
    label: 'Theme',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
  },
  signOut: 'Sign out',
  signingOut: {
    title: 'Sign out now?',
    stay: 'Stay signed in',
    leave: 'Sign out anyway',
    failed: 'You are still signed in: the server did not answer. Try again.',
  },
  notFound: {
    title: 'Not found',
    body: 'There is nothing at this address, or it belongs to a team you are not in.',
    action: 'Go to the articles',
  },
  failed: {
    title: 'Something went wrong',
    body: 'Nothing you saved is lost. Try again; if it happens again, tell whoever runs Galley.',
    number: (id: string) => `Give them this number: ${id}`,
    retry: 'Try again',
    home: 'Go to the articles',
  },
};
