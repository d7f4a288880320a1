/** How a report goes out: its content type, its file ending, and whether only a process of its own may write it. */
export type ExportFormat = {
  readonly contentType: string;
  readonly ending: string;
  /** Written from bytes and fonts rather than from words: never in the process that serves people. */
  readonly isHeavy: boolean;
};

/** Every way out of Galley, by the name it has in addresses. */
export const exportFormats = {
  html: { contentType: 'text/html; charset=utf-8', ending: 'html', isHeavy: false },
  pdf: { contentType: 'application/pdf', ending: 'pdf', isHeavy: true },
  docx: {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
    isHeavy: true,
  },
  markdown: { contentType: 'text/markdown; charset=utf-8', ending: 'md', isHeavy: false },
  csv: { contentType: 'text/csv; charset=utf-8', ending: 'csv', isHeavy: false },
  xlsx: {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
    isHeavy: true,
  },
  jsonld: { contentType: 'application/ld+json; charset=utf-8', ending: 'jsonld', isHeavy: false },
  claimreview: {
    contentType: 'application/ld+json; charset=utf-8',
    ending: 'claimreview.jsonld',
    isHeavy: false,
  },
  json: { contentType: 'application/json; charset=utf-8', ending: 'galley.json', isHeavy: false },
} as const satisfies Record<string, ExportFormat>;

export type ExportFormatName = keyof typeof exportFormats;
/** The formats that are words: the others are bytes. */
export type TextFormatName = {
  [Name in ExportFormatName]: (typeof exportFormats)[Name]['isHeavy'] extends false ? Name : never;
}[ExportFormatName];

/** Whether a format is made of words. */
export function isTextFormat(format: ExportFormatName): format is TextFormatName {
  return !exportFormats[format].isHeavy;
}
