'use client';

import { CircleUser, LogOut } from 'lucide-react';
import { useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import { useOffers } from '../commands/commands-context';
import { messages } from '../messages';
import { Avatar } from '../ui/Avatar';
import { Menu, MenuItem, MenuLink, MenuRadios, MenuSeparator } from '../ui/Menu';
import { useToast } from '../ui/Toast';
import { SignOutDialog } from './SignOutDialog';
import { objectionsToSignOut } from './sign-out';
import { themes } from './theme';
import { useTheme } from './use-theme';

/** The signed-in person, as the frame shows them. */
export type ShellActor = Actor & { readonly teamName: string };

/** Who is signed in, the theme, the account and the way out. */
export function UserMenu({ actor }: { readonly actor: ShellActor }) {
  const [theme, setTheme] = useTheme();
  const [objections, setObjections] = useState<readonly string[]>([]);
  const toast = useToast();
  const words = messages.shell;

  async function leave() {
    setObjections([]);
    try {
      const { signOut } = await import('next-auth/react');
      await signOut({ redirect: false });
      // Whoever uses this tab next must not find what was typed here.
      window.sessionStorage.clear();
      window.location.assign('/sign-in');
    } catch {
      toast.show({ message: words.signingOut.failed, tone: 'danger' });
    }
  }

  function askToLeave() {
    const found = objectionsToSignOut();
    if (found.length === 0) void leave();
    else setObjections(found);
  }
  useOffers({ general: () => [{ id: 'sign out', name: words.signOut, act: askToLeave }] });

  return (
    <>
      <Menu side="right" align="end" trigger={<UserButton actor={actor} />}>
        <div className="px-2.5 pt-1.5 pb-2">
          <p className="truncate font-semibold">{actor.name}</p>
          <p className="truncate text-xs text-ink-2">
            {words.roles[actor.role]} · {actor.teamName}
          </p>
        </div>
        <MenuSeparator />
        <MenuRadios
          label={words.theme.label}
          value={theme}
          onChange={setTheme}
          options={themes.map((value) => ({ value, label: words.theme[value] }))}
        />
        <MenuSeparator />
        <MenuLink href="/account" icon={<CircleUser aria-hidden />}>
          {words.places.account}
        </MenuLink>
        <MenuItem onSelect={askToLeave} icon={<LogOut aria-hidden />}>
          {words.signOut}
        </MenuItem>
      </Menu>
      <SignOutDialog objections={objections} onStay={() => setObjections([])} onLeave={leave} />
    </>
  );
}

function UserButton({ actor, ...rest }: { readonly actor: ShellActor }) {
  return (
    <button
      {...rest}
      type="button"
      aria-label={messages.shell.userMenu(actor.name)}
      className="grid size-9.5 place-items-center rounded-full hover:bg-wash data-popup-open:bg-wash"
    >
      <Avatar person={{ id: actor.userId, name: actor.name }} decorative />
    </button>
  );
}
