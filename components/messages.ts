import { articles } from './messages/articles';
import { margin } from './messages/margin';
import { report } from './messages/report';
import { shell } from './messages/shell';
import { ui } from './messages/ui';
import { words } from './messages/words';
import { workbench } from './messages/workbench';

/**
 * Every sentence the interface shows, by section. A section is one file in `components/messages/`
 * and one line here. Texts that carry a value are functions, so that a second language can reorder them.
 */
export const messages = {
  articles,
  margin,
  report,
  shell,
  ui,
  words,
  workbench,
};
