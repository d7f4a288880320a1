import { UsersRound } from 'lucide-react';
import { handOut as handOutWords } from '../messages/hand-out';
import { WarmLink } from '../shell/WarmLink';
import { buttonClass } from '../ui/button-class';
import { Tooltip } from '../ui/Tooltip';
import { handOutAddress } from './hand-out-address';

/** From the workbench to splitting the article's open claims among people. */
export function HandOutLink({ articleId }: { readonly articleId: string }) {
  return (
    <Tooltip content={handOutWords.open} side="bottom">
      <WarmLink
        href={handOutAddress(articleId)}
        aria-label={handOutWords.open}
        className={`${buttonClass('ghost', 'md')} w-8.5 px-0! max-md:hidden print:hidden`}
      >
        <UsersRound aria-hidden className="size-4" />
      </WarmLink>
    </Tooltip>
  );
}
