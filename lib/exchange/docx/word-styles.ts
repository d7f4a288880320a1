import { type IStylesOptions, LineRuleType } from 'docx';
import { pageStyle } from './word-blocks';

/** In 240ths of a line; without a rule LibreOffice takes it as a height, and lines of a headline overlap. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO });

const heading = (size: number) => ({
  run: { font: 'Georgia', size, bold: true, color: '1D1B18' },
  paragraph: { spacing: { before: 280, after: 120, ...lines(276) }, keepNext: true },
});

/** The style of a headline that is no part of the text. */
export const titleStyle = 'GalleyTitle';

/** The look of a Word file: faces that every Word has, sizes in half points, in the proportions of the HTML report. */
export const wordStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Georgia', size: 23, color: '1D1B18' },
      paragraph: { spacing: { after: 160, ...lines(320) } },
    },
    heading1: heading(40),
    heading2: heading(28),
    heading3: heading(25),
    heading4: heading(23),
    heading5: heading(23),
    heading6: heading(23),
    hyperlink: { run: { color: '1F4E8C', underline: {} } },
  },
  paragraphStyles: [
    {
      id: 'GalleyCode',
      name: 'Galley code',
      basedOn: 'Normal',
      run: { font: 'Courier New', size: 19 },
      paragraph: { spacing: lines(260) },
    },
    {
      id: titleStyle,
      name: 'Galley headline',
      basedOn: 'Normal',
      run: { size: 40, bold: true },
      paragraph: { spacing: { after: 200, ...lines(264) } },
    },
    {
      id: pageStyle,
      name: 'Galley page of the original',
      basedOn: 'Normal',
      run: { font: 'Arial', size: 15, color: '8A8478' },
    },
  ],
};
