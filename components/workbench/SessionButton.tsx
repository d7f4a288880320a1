import type { Session } from '@/lib/domain/session';
import { messages } from '../messages';
import { sessionAddress } from '../sessions/session-address';
import { WarmLink } from '../shell/WarmLink';
import { Button } from '../ui/Button';
import { buttonClass } from '../ui/button-class';

type SessionButtonProps = {
  readonly session: Session | null;
  readonly mayOpen: boolean;
  readonly onOpen: () => void;
};

/** To the board of the session that is under way, else to opening one; nothing for who may not. */
export function SessionButton({ session, mayOpen, onOpen }: SessionButtonProps) {
  const name = messages.workbench.session;
  if (session?.closing === null)
    return (
      <WarmLink href={sessionAddress(session.id)} className={buttonClass('outline', 'md')}>
        {name}
      </WarmLink>
    );
  return mayOpen ? <Button onClick={onOpen}>{name}</Button> : null;
}
