'use client';

import { Braces, Download, Eye, FileText, FileUp, Link2, Settings2 } from 'lucide-react';
import { bringBackAddress } from '../bring-back/bring-back-address';
import { useOffers } from '../commands/commands-context';
import { messages } from '../messages';
import { Button } from '../ui/Button';
import { Menu, MenuFile, MenuGroup, MenuHeading, MenuSeparator } from '../ui/Menu';
import { MenuLink } from '../ui/MenuItem';
import { reportAddress } from './report-page';

/** The ways out of an article. The files come from the export door, which checks who asks. */
export function ExportButton({ articleId }: { readonly articleId: string }) {
  const words = messages.report;
  const address = (format: string): string =>
    `/api/articles/${articleId}/export?format=${format}&view=checking`;
  const save = (format: string) => (): void => window.location.assign(address(format));
  useOffers({
    general: () => [
      {
        id: 'report show',
        name: words.show.name,
        hint: messages.commands.palette.opens,
        act: () => void window.open(`${address('html')}&show=1`, '_blank', 'noopener'),
      },
      { id: 'report html', name: words.exportAs(words.html.name), act: save('html') },
      { id: 'report json', name: words.exportAs(words.json.name), act: save('json') },
      {
        id: 'report more',
        name: words.exportAs(words.more),
        hint: messages.commands.palette.opens,
        act: () => window.location.assign(reportAddress(articleId)),
      },
      {
        id: 'report bring back',
        name: words.bringBack,
        hint: messages.commands.palette.opens,
        act: () => window.location.assign(bringBackAddress(articleId)),
      },
    ],
  });
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="primary" className="max-phone:w-8.5 max-phone:px-0!">
          <Download aria-hidden className="size-4 phone:hidden" />
          <span className="max-phone:sr-only">{words.export}</span>
        </Button>
      }
    >
      <MenuGroup>
        <MenuHeading>{words.heading}</MenuHeading>
        <MenuFile href={`${address('html')}&show=1`} show icon={<Eye aria-hidden />} hint={words.show.hint}>
          {words.show.name}
        </MenuFile>
        <MenuSeparator />
        <MenuFile href={address('html')} icon={<FileText aria-hidden />} hint={words.html.hint}>
          {words.html.name}
        </MenuFile>
        <MenuFile href={address('json')} icon={<Braces aria-hidden />} hint={words.json.hint}>
          {words.json.name}
        </MenuFile>
        <MenuSeparator />
        <MenuLink href={reportAddress(articleId)} icon={<Settings2 aria-hidden />}>
          {words.more}
        </MenuLink>
        <MenuLink href={bringBackAddress(articleId)} icon={<FileUp aria-hidden />}>
          {words.bringBack}
        </MenuLink>
        <MenuLink href={`/articles/${articleId}/share`} icon={<Link2 aria-hidden />}>
          {words.share}
        </MenuLink>
      </MenuGroup>
    </Menu>
  );
}
