'use client';

import { messages } from '../messages';
import { Checkbox } from '../ui/Checkbox';
import { useSingleKeys } from '../workbench/use-single-keys';

/** Whether single letters act, on every page. */
export function SingleKeysChoice() {
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const words = messages.commands.sheet;
  return (
    <Checkbox
      label={words.singleKeys}
      hint={words.singleKeysHint}
      checked={singleKeys}
      onChange={(event) => setSingleKeys(event.target.checked)}
    />
  );
}
