import { defineConfig } from '@playwright/test';

/** Debian's Chromium as root, on a closed network: nothing is sent anywhere but to the app under test. */
const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: 'e2e',
  testIgnore: 'bench/**',
  globalSetup: './e2e/support/global-setup.ts',
  fullyParallel: true,
  workers: 3,
  // A busy machine may be late once; npm test says how many tests needed their second try.
  retries: 1,
  forbidOnly: process.env.CI === 'true',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results',
  reporter: process.env.CI === 'true' ? 'dot' : 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Recording each step costs time: only what failed is recorded, at its second try.
    // Snapshots would run a script in every frame, also of later tests in the same browser: the report's frame complains of it.
    trace: { mode: 'on-first-retry', snapshots: false, screenshots: false, sources: false },
    launchOptions: { args: chromiumArgs, ...(executablePath === undefined ? {} : { executablePath }) },
  },
});
