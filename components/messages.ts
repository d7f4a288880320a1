import { commands } from './messages/commands';
import { compound } from './messages/compound';
import { margin } from './messages/margin';
import { report } from './messages/report';
import { shell } from './messages/shell';
import { ui } from './messages/ui';
import { words } from './messages/words';
import { workbench } from './messages/workbench';

/**
 * The sentences that many pages show, by section. A section is one file in `components/messages/`; one that belongs to
 * one page is imported by that page alone, so that nobody else's browser fetches it. Texts that carry a value are
 * functions, so that a second language can reorder them.
 */
export const messages = {
  commands,
  compound,
  margin,
  report,
  shell,
  ui,
  words,
  workbench,
};
