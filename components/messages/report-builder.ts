import type { Mark } from '@/lib/domain/annotation';
import {
  type ReportDetail,
  type ReportLook,
  type ReportOrder,
  type ReportSection,
  type ReportView,
  viewNames,
} from '@/lib/domain/report/report-arrangement';

/** Formats in a list of files. */
const formatNames: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  docx: 'Word',
  html: 'HTML page',
  markdown: 'Markdown',
  xlsx: 'Excel',
  jsonld: 'W3C Web Annotations',
  claimreview: 'ClaimReview',
  json: 'Galley file',
};

/** Words of the page on which a report is put together. */
export const reportBuilder = {
  title: 'Report',
  pageTitle: (title: string) => `Report: ${title}`,
  toArticle: 'To the article',
  bringBack: 'Bring work back in',
  form: 'What the report holds',
  preset: {
    label: 'Preset',
    none: 'Own choices',
    save: 'Save as preset',
    name: 'Name of the preset',
    nameMissing: 'Give the preset a name.',
    keep: 'Save',
    cancel: 'Cancel',
    change: 'Save changes',
    remove: 'Delete',
    saved: (name: string) => `The team can use “${name}” now.`,
    removed: (name: string) => `Deleted the preset “${name}”.`,
    refused: (sentence: string) => `The preset was not kept: ${sentence}`,
  },
  view: {
    label: 'Whose copy',
    options: {
      checking: { label: 'Checking copy', hint: 'Everybody’s work: notes, evidence, queries, discussion' },
      checked: {
        label: 'Checked copy',
        hint: 'For the writer: only the recommended changes, with their reasons',
      },
      public: {
        label: 'Public report',
        hint: 'Nothing confidential, no discussion; findings once they are signed off',
      },
    } satisfies Record<ReportView, { label: string; hint: string }>,
  },
  sections: {
    label: 'Sections',
    options: {
      summary: 'Summary and gaps',
      legend: 'Legend',
      text: 'The text with its annotations',
      method: 'How this was checked',
      dissent: 'Dissent in votes',
      replies: 'Right-of-reply log',
      changes: 'Log of changes',
    } satisfies Record<ReportSection, string>,
    hint: 'In this order.',
    onlyChecking: 'Only the checking copy has dissent, the right-of-reply log and the log of changes.',
    up: (name: string) => `Move up: ${name}`,
    down: (name: string) => `Move down: ${name}`,
    moved: (name: string, place: number, of: number) => `${name} is number ${place} of ${of} now.`,
  },
  since: {
    label: 'Changes since',
    never: 'No log of changes',
    revision: (number: number) => `Revision ${number}`,
  },
  marks: {
    label: 'Marks',
    options: {
      claim: 'Claims',
      opinion: 'Opinions',
      sourced_fact: 'Sourced facts',
      no_fact: 'Nothing to check',
    } satisfies Record<Mark, string>,
    needsOne: 'Choose at least one mark.',
  },
  details: {
    label: 'What annotations say',
    options: {
      facts: 'Claim types, claimant and day',
      wording: 'Suggested wordings',
      reasons: 'Reasons and confidence',
      evidence: 'Evidence',
      notes: 'Notes',
      flags: 'Flags',
      queries: 'Author queries',
      discussion: 'Discussion',
      history: 'Course of the check: plan, second checks, disputes',
      signOffs: 'Who signed off each claim',
      names: 'Names of colleagues',
    } satisfies Record<ReportDetail, string>,
    hint: 'Passage, mark, status, outcome and verdict always stand. Without names, colleagues are numbered.',
    onlyChecking:
      'Only the checking copy has notes, flags, queries, discussion and the course of the check. Without names, colleagues are numbered.',
  },
  order: {
    label: 'Order of annotations',
    options: { text: 'As in the text', mark: 'By mark', status: 'By check status' } satisfies Record<
      ReportOrder,
      string
    >,
  },
  look: {
    label: 'Where annotations stand',
    options: { beside: 'Beside their paragraph', after: 'All after the text' } satisfies Record<
      ReportLook,
      string
    >,
    afterOnly: 'In another order than that of the text they stand after it.',
  },
  format: {
    label: 'Format',
    options: {
      pdf: 'PDF',
      docx: 'Word, with comments and tracked changes',
      html: 'HTML page',
      markdown: 'Markdown with footnotes',
      xlsx: 'Excel: claims and evidence',
      csv: 'CSV: claims',
      'csv-evidence': 'CSV: evidence',
      jsonld: 'W3C Web Annotations (JSON-LD)',
      claimreview: 'ClaimReview (schema.org)',
      json: 'Galley file: everything, can be imported again',
    },
    hint: {
      claimreview: 'One entry for each claim with a verdict, to paste into the page that publishes it.',
      json: 'A file of the checking copy comes back without loss.',
    },
  },
  download: 'Download',
  toInbox: 'Send it to my inbox',
  asking: 'Asking for it …',
  /** Offered when a download takes long. */
  takesLong: 'This one takes a while. Galley can write it without you and put it into your inbox.',
  toInboxInstead: 'Send it to my inbox instead',
  exports: {
    list: 'Written for you',
    kept: 'Each file also comes into your inbox, and is kept for seven days.',
    name: (format: string, table: string, view: ReportView) =>
      `${format === 'csv' ? `CSV of ${table}` : (formatNames[format] ?? format)}, ${viewNames[view].toLowerCase()}`,
    waiting: 'Waiting for its turn',
    written: (share: number) => `${share} % written`,
    states: { ready: 'Ready. Asked for', stopped: 'Stopped. Asked for' },
    stop: 'Stop',
    stopOf: (name: string) => `Stop writing: ${name}`,
    download: 'Download',
    downloadOf: (name: string) => `Download ${name}`,
    refused: (sentence: string) => `Not done: ${sentence}`,
  },
  copy: 'Copy for e-mail or chat',
  copied: 'Copied. Paste it into an e-mail or a message.',
  notCopied: 'The report was not copied: the browser or the connection refused. Download it instead.',
  noClipboard: 'This browser copies only from an address with https. Download the report instead.',
  working: (seconds: number) => `Writing the report … ${seconds} s`,
  stop: 'Stop',
  stopped: 'Stopped. Nothing was downloaded.',
  done: (name: string) => `${name} is in your downloads.`,
  failed: 'The report could not be fetched: there is no connection. Try again.',
  preview: 'Preview of the report',
  previewComing: 'Drawing the report …',
  previewAlone: 'Look at it in its own tab',
  previewHint: 'The HTML page with these choices. Other formats hold the same.',
};
