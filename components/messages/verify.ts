/** Words of the page that checks a report's signature. */
export const verify = {
  title: 'Check a report',
  lead: 'Whether a report is as a Galley signed it. The file stays in this browser: nothing is sent.',
  choose: 'Choose a file',
  drop: 'or drop it here: HTML, PDF, Word, Excel, Markdown or JSON',
  outcomes: {
    genuine: 'This file is as it was signed.',
    altered:
      'The content of this file was changed after it was signed. What stands below is what was signed.',
    forged: 'The signature in this file does not fit what it signs. Nothing it says can be relied on.',
    unsigned: 'This file carries no signature of a Galley. A CSV never does.',
    unreadable: 'This file could not be read.',
    unsupported: 'This browser cannot check signatures. Use a newer one, or npm run verify.',
  },
  ours: 'Signed by this Galley.',
  foreign: 'Signed by another Galley. Ask the newsroom whether this key is theirs.',
  facts: {
    file: 'File',
    team: 'Team',
    view: 'Copy',
    views: { checking: 'Checking copy', checked: 'Checked copy', public: 'Public report' },
    made: 'Made',
    revision: 'Revision',
    record: 'Record up to event',
    key: 'Key',
  },
  ownKey: 'The key of this Galley',
};
