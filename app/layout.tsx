import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { messages } from '@/components/messages';
import { parseTheme, themeCookie } from '@/components/shell/theme';
import { ToastProvider } from '@/components/ui/Toast';
import './globals.css';

export const metadata: Metadata = {
  title: { default: messages.shell.product, template: `%s · ${messages.shell.product}` },
  description: messages.shell.tagline,
  icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' }, apple: '/apple-touch-icon.png' },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

const paper = { light: '#fbfaf6', dark: '#161513' };

/** Tells the browser's own parts which theme was chosen. */
export async function generateViewport(): Promise<Viewport> {
  const theme = await chosenTheme();
  return {
    width: 'device-width',
    initialScale: 1,
    viewportFit: 'cover',
    themeColor:
      theme === 'system'
        ? [
            { media: '(prefers-color-scheme: light)', color: paper.light },
            { media: '(prefers-color-scheme: dark)', color: paper.dark },
          ]
        : paper[theme],
  };
}

/** Every page: made per request, because the theme comes from a cookie, and so Next can give its scripts the answer's nonce. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = await chosenTheme();
  return (
    <html lang="en" {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <body>
        <ToastProvider>{children}</ToastProvider>
      </body>
    </html>
  );
}

async function chosenTheme() {
  return parseTheme((await cookies()).get(themeCookie)?.value);
}
