import { type ChildProcess, spawn } from 'node:child_process';
import { type BrowserContext, chromium } from '@playwright/test';
import { findChromium } from '@/lib/cli/chromium';

/** A browser with a profile on the disk that can be killed and started again. */
export type OwnBrowser = {
  readonly context: BrowserContext;
  /** Ends every process of it at once, as a crash or the power does. */
  readonly kill: () => Promise<void>;
};

/** Starts Chromium as a process of its own on the profile in `folder`. */
export async function startOwnBrowser(folder: string): Promise<OwnBrowser> {
  const program = (await findChromium()) ?? '';
  const child = spawn(program, [...args, `--user-data-dir=${folder}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own, so that all its processes can be ended together.
    detached: true,
  });
  const browser = await chromium.connectOverCDP(await addressOf(child));
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The browser has no window.');
  return {
    context,
    async kill() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await gone;
      await browser.close().catch(() => undefined);
    },
  };
}

const args = [
  '--headless=new',
  '--remote-debugging-port=0',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1440,900',
];

/** Where it listens, as it says itself on its error channel. */
function addressOf({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    stderr?.setEncoding('utf8');
    stderr?.on('data', (words: string) => {
      said += words;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    stderr?.on('end', () => reject(new Error(`The browser did not start: ${said}`)));
  });
}
