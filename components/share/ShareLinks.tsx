'use client';

import type { ShareLink } from '@/lib/domain/report/share-link';
import type { FormAction } from '../account/form-action';
import { OwnThing, OwnThings } from '../account/OwnThings';
import { share as shareWords } from '../messages/share';
import { RelativeTime } from '../ui/RelativeTime';

type ShareLinksProps = {
  readonly articleId: string;
  readonly links: readonly ShareLink[];
  readonly action: FormAction;
};

/** The links that open this report now; each can be ended. */
export function ShareLinks({ articleId, links, action }: ShareLinksProps) {
  const words = shareWords.links;
  if (links.length === 0) return <p className="text-ink-2">{words.none}</p>;
  return (
    <OwnThings>
      {links.map(({ id, view, expiresAt, openedAt }) => (
        <OwnThing
          key={id}
          title={words.views[view].label}
          meta={
            <>
              {words.ends} <RelativeTime at={expiresAt} /> ·{' '}
              {openedAt === null ? (
                words.unopened
              ) : (
                <>
                  {words.opened} <RelativeTime at={openedAt} />
                </>
              )}
            </>
          }
          act={{
            action,
            values: { articleId, linkId: id },
            label: words.revoke,
            fullLabel: words.revokeFor(words.views[view].label),
            danger: true,
            done: words.revoked,
          }}
        />
      ))}
    </OwnThings>
  );
}
