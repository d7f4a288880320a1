import { account } from './messages/account';
import { articles } from './messages/articles';
import { claimMatch } from './messages/claim-match';
import { commands } from './messages/commands';
import { compound } from './messages/compound';
import { contacts } from './messages/contacts';
import { entrance } from './messages/entrance';
import { handOut } from './messages/hand-out';
import { imports } from './messages/imports';
import { inbox } from './messages/inbox';
import { margin } from './messages/margin';
import { queue } from './messages/queue';
import { queueActs } from './messages/queue-acts';
import { replies } from './messages/replies';
import { report } from './messages/report';
import { scales } from './messages/scales';
import { shell } from './messages/shell';
import { sources } from './messages/sources';
import { team } from './messages/team';
import { threads } from './messages/threads';
import { ui } from './messages/ui';
import { words } from './messages/words';
import { workbench } from './messages/workbench';

/**
 * Every sentence the interface shows, by section. A section is one file in `components/messages/`
 * and one line here. Texts that carry a value are functions, so that a second language can reorder them.
 */
export const messages = {
  account,
  articles,
  contacts,
  commands,
  compound,
  claimMatch,
  handOut,
  imports,
  inbox,
  entrance,
  margin,
  queue,
  queueActs,
  replies,
  report,
  scales,
  shell,
  sources,
  team,
  threads,
  ui,
  words,
  workbench,
};
