/** What is rarely filled in, each with the value that says "not given": old files and short requests leave them out. */
export const noDepth = {
  archivedAddress: null,
  independenceGroup: null,
  captureHash: null,
  reliability: null,
  credibility: null,
  attribution: null,
  isConfidential: false,
  sourceId: null,
  file: null,
  reusedFromId: null,
  contactId: null,
} as const;
