'use client';

import { Braces, FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { sessions as words } from '../messages/sessions';
import { Button } from '../ui/Button';
import { Menu, MenuFile } from '../ui/Menu';

type ExportSessionProps = { readonly sessionId: string; readonly icon?: ReactNode };

/** The ways out of a session's summary. */
export function ExportSession({ sessionId, icon }: ExportSessionProps) {
  const address = (format: string): string => `/api/sessions/${sessionId}/export?format=${format}`;
  return (
    <Menu
      align="end"
      trigger={
        <Button>
          {icon}
          {words.exportLabel}
        </Button>
      }
    >
      <MenuFile href={address('html')} icon={<FileText aria-hidden />} hint={words.exportHtmlHint}>
        {words.exportHtml}
      </MenuFile>
      <MenuFile href={address('json')} icon={<Braces aria-hidden />} hint={words.exportJsonHint}>
        {words.exportJson}
      </MenuFile>
    </Menu>
  );
}
