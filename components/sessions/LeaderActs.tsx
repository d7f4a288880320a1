import { Ellipsis, type LucideIcon } from 'lucide-react';
import { sessions as words } from '../messages/sessions';
import { Button } from '../ui/Button';
import { Menu, MenuItem } from '../ui/Menu';

/** Something that the leader of a session can do with it. */
export type LeaderAct = {
  readonly name: string;
  readonly Icon: LucideIcon;
  readonly onSelect: () => void;
  readonly busy?: boolean;
};

/** What a leader can do: beside the title where there is room, else in a menu, so that the goal stays readable. */
export function LeaderActs({ acts }: { readonly acts: readonly LeaderAct[] }) {
  if (acts.length === 0) return null;
  return (
    <>
      <div className="flex gap-2 max-xl:hidden">
        {acts.map(({ name, Icon, onSelect, busy }) => (
          <Button key={name} busy={busy} onClick={onSelect}>
            <Icon aria-hidden className="size-4" />
            {name}
          </Button>
        ))}
      </div>
      <div className="xl:hidden">
        <Menu
          align="end"
          trigger={
            <Button>
              <Ellipsis aria-hidden className="size-4" />
              {words.more}
            </Button>
          }
        >
          {acts.map(({ name, Icon, onSelect }) => (
            <MenuItem key={name} icon={<Icon aria-hidden />} onSelect={onSelect}>
              {name}
            </MenuItem>
          ))}
        </Menu>
      </div>
    </>
  );
}
