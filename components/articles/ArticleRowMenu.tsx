'use client';

import { ArrowRight, Ellipsis, FileText, Trash2, UsersRound } from 'lucide-react';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleListItem } from '@/lib/domain/lists';
import { can, reasonOf } from '@/lib/domain/policy';
import { messages } from '../messages';
import { articles as articlesWords } from '../messages/articles';
import { handOut as handOutWords } from '../messages/hand-out';
import { handOutAddress } from '../queue/hand-out-address';
import { Button } from '../ui/Button';
import { Menu, MenuFile, MenuItem, MenuLink, MenuSeparator } from '../ui/Menu';

type ArticleRowMenuProps = {
  readonly article: ArticleListItem;
  readonly actor: Actor;
  readonly onDelete: (article: ArticleListItem) => void;
};

/** What can be done with an article from the list. */
export function ArticleRowMenu({ article, actor, onDelete }: ArticleRowMenuProps) {
  const words = articlesWords;
  const permission = can(actor, 'article.delete');
  const reason = reasonOf(permission);
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="ghost" size="sm" aria-label={words.actionsFor(article.title)} className="w-7 px-0!">
          <Ellipsis aria-hidden className="size-4" />
        </Button>
      }
    >
      <MenuLink href={`/articles/${article.id}`} icon={<ArrowRight aria-hidden />}>
        {words.open}
      </MenuLink>
      {can(actor, 'claims.hand_out').allowed ? (
        <MenuLink href={handOutAddress(article.id)} icon={<UsersRound aria-hidden />}>
          {handOutWords.open}
        </MenuLink>
      ) : null}
      <MenuFile
        href={`/api/articles/${article.id}/export?format=html&view=checking&show=1`}
        show
        icon={<FileText aria-hidden />}
        hint={messages.report.show.hint}
      >
        {messages.report.heading}
      </MenuFile>
      <MenuSeparator />
      <MenuItem danger icon={<Trash2 aria-hidden />} reason={reason} onSelect={() => onDelete(article)}>
        {article.isSample ? words.removeSample : words.delete}
      </MenuItem>
    </Menu>
  );
}
