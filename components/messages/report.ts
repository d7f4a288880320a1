/** Words of the export. */
export const report = {
  share: 'Share and publish',
  bringBack: 'Bring work back in',
  export: 'Export',
  exportAs: (name: string) => `Export: ${name}`,
  heading: 'Annotated report',
  show: { name: 'Look at the report', hint: 'Opens in a new tab, ready to print' },
  html: { name: 'HTML page', hint: 'The text with its marks, notes and evidence, in one file' },
  more: 'PDF, Word, spreadsheets …',
  json: { name: 'Galley file', hint: 'Everything; can be imported again' },
};
