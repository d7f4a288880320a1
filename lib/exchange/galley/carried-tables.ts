/** The tables whose rows a Galley file carries with their article, and what each becomes in it. */
export const carriedTables: Readonly<Record<string, string>> = {
  Article: 'article, record and whole.frozenAt; its counters are counted again',
  Revision: 'revision and whole.revisions',
  Annotation: 'annotations and whole.deleted.annotations',
  Note: 'notes of annotations and whole.deleted.notes',
  Evidence: 'evidence of annotations and whole.deleted.evidence',
  Flag: 'flags of annotations',
  Thread: 'threads of annotations',
  Reply: 'replies of threads and whole.deleted.replies',
  Capture: 'whole.captures; one that is still to be fetched is asked for again where it is wanted',
  StoredFile: 'whole.files, with their bytes as far as there is room',
  Session: 'whole.sessions',
  Ballot: 'whole.ballots, without the votes that are sealed from whoever wrote the file',
  ReplyRequest: 'replyRequests',
  Correction: 'whole.corrections',
  ArticleEvent: 'whole.events, without what is sealed from whoever wrote the file',
};

/** The tables whose rows stay with the Galley that wrote the file, and why. */
export const leftTables: Readonly<Record<string, string>> = {
  ShareLink: 'It opens a report here for whoever has its secret, and there is nothing of the article in it.',
  Publication: 'Its address is one of this Galley; what was put right since stands in the corrections.',
  PublicationVersion: 'As it was at that address; what it told stands in the record and the corrections.',
  Export: 'Somebody here asked for a file; the article can write it again.',
  Notification: 'It tells one person here of something that the record says.',
  ArticleMute: 'What one person here does not want to hear of.',
  Snooze: 'What one person here does not want to see for a while.',
  WebhookDelivery: 'It tells an address of this team of something that the record says.',
};
