import { describe, expect, it } from 'vitest';
import { chromiumCandidates } from './chromium';
import { readFaultRequest } from './fault-request';
import { countPlaywright, countVitest, settleCounts, summaryLine } from './test-counts';
import { readTestRequest } from './test-request';
import { readTokenRequest, readUserRequest } from './user-request';

describe('npm run faults', () => {
  const names = ['kill', 'soak'];

  it('makes all faults or one', () => {
    expect(readFaultRequest([], names)).toEqual(names);
    expect(readFaultRequest(['--only', 'soak'], names)).toEqual(['soak']);
  });

  it.each([[['--only', 'fire']], [['--only']], [['soak']], [['--fast']]])(
    'refuses %j and says what there is',
    (args) => {
      expect(() => readFaultRequest(args, names)).toThrow('--only kill|soak');
    },
  );
});

describe('npm run user', () => {
  it('understands what it is asked', () => {
    const create = ['create', '--email', ' Ada@Example.org ', '--name', 'Ada', '--role', 'owner'];
    expect(readUserRequest(create)).toEqual({
      action: 'create',
      email: 'ada@example.org',
      name: 'Ada',
      role: 'owner',
      passwordFromStdin: false,
    });
    expect(readUserRequest([...create, '--password-stdin'])).toMatchObject({ passwordFromStdin: true });
    expect(readUserRequest(['disable', '--email', 'ada@example.org'])).toEqual({
      action: 'disable',
      email: 'ada@example.org',
    });
  });

  it.each([
    [[], 'Use one of'],
    [['remove', '--email', 'ada@example.org'], 'Use one of'],
    [
      ['create', '--email', 'ada', '--name', 'A', '--role', 'owner'],
      '--email must be a whole e-mail address',
    ],
    [['create', '--email', 'a@example.org', '--name', ' ', '--role', 'owner'], '--name must name the person'],
    [
      ['create', '--email', 'a@example.org', '--name', 'A', '--role', 'boss'],
      '--role must be one of owner, editor',
    ],
    [
      ['create', '--email', 'a@example.org', '--name', 'A', '--role', 'owner', '--password', 'x'],
      "'--password'",
    ],
    [['reset'], '--email must be'],
    [['reset', '--email', 'a@example.org', '--role', 'owner'], '"reset" needs --email only'],
  ])('refuses %j', (args, sentence) => {
    expect(() => readUserRequest(args)).toThrow(sentence);
  });
});

describe('npm run token', () => {
  it('needs a person and a name', () => {
    expect(readTokenRequest(['create', '--email', 'a@example.org', '--name', 'CMS'])).toEqual({
      email: 'a@example.org',
      name: 'CMS',
      scope: 'admin',
    });
    expect(() => readTokenRequest(['create', '--email', 'a@example.org'])).toThrow(
      '--name must name the token',
    );
    expect(() => readTokenRequest(['delete', '--email', 'a@example.org', '--name', 'CMS'])).toThrow(
      'Use: npm run token',
    );
    expect(() =>
      readTokenRequest(['create', '--email', 'a@example.org', '--name', 'CMS', '--role', 'owner']),
    ).toThrow('A token has the rights of its person');
    const scoped = ['create', '--email', 'a@example.org', '--name', 'CMS', '--scope'];
    expect(readTokenRequest([...scoped, 'read'])).toMatchObject({ scope: 'read' });
    expect(() => readTokenRequest([...scoped, 'all'])).toThrow(
      '--scope must be one of read, annotate, admin',
    );
    expect(() => readUserRequest(['reset', '--email', 'a@example.org', '--scope', 'read'])).toThrow(
      '--scope is for tokens only',
    );
  });
});

describe('npm test', () => {
  it('runs everything, one part, or what a path names', () => {
    expect(readTestRequest([]).parts).toEqual(['static', 'pure', 'postgres', 'browser']);
    expect(readTestRequest(['--only', 'pure', 'anchor'])).toEqual({ parts: ['pure'], filters: ['anchor'] });
    expect(readTestRequest(['lib/server/team']).parts).toEqual(['postgres']);
    expect(readTestRequest(['e2e/journey.spec.ts', 'lib/domain']).parts).toEqual(['browser', 'pure']);
    expect(() => readTestRequest(['--only', 'fast'])).toThrow('npm test runs everything');
    expect(() => readTestRequest(['--quick'])).toThrow('npm test runs everything');
  });

  it('counts a test file that cannot be loaded as failed', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 2,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{}] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });

  it('counts a browser test that passed only when repeated as passed, and tells of it', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 3 };
    expect(countPlaywright({ stats })).toEqual({ passed: 7, failed: 1, skipped: 3, repeated: 2 });
  });

  it.each([
    [0, { passed: 3, failed: 0, skipped: 0 }, { passed: 3, failed: 0, skipped: 0 }],
    [1, { passed: 3, failed: 0, skipped: 0 }, { passed: 3, failed: 1, skipped: 0 }],
    [1, { passed: 3, failed: 2, skipped: 0 }, { passed: 3, failed: 2, skipped: 0 }],
    [0, { passed: 0, failed: 0, skipped: 9 }, { passed: 0, failed: 1, skipped: 9 }],
    [0, undefined, { passed: 0, failed: 1, skipped: 0 }],
  ])('makes of exit code %d and counts %j the counts %j', (code, counts, settled) => {
    expect(settleCounts(code, counts)).toEqual(settled);
  });

  it('ends with the sum of all parts', () => {
    const parts = [
      { passed: 1, failed: 0, skipped: 4 },
      { passed: 20, failed: 3, skipped: 0 },
    ];
    expect(summaryLine(parts)).toBe('21 passed, 3 failed');
  });
});

describe('the search for Chromium', () => {
  const environment = (values: Record<string, string>): NodeJS.ProcessEnv => ({
    NODE_ENV: 'test',
    ...values,
  });

  it('prefers Playwright’s own to the system’s', () => {
    expect(chromiumCandidates(environment({ PATH: '/a:/b' }), '/playwright/chrome', 'linux')).toEqual([
      '/playwright/chrome',
      ...[
        'chromium-headless-shell',
        'chromium',
        'chromium-browser',
        'google-chrome',
        'google-chrome-stable',
      ].flatMap((program) => [`/a/${program}`, `/b/${program}`]),
    ]);
  });

  it('looks nowhere else when the environment names one', () => {
    const named = environment({ PATH: '/a', PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH: '/second' });
    expect(chromiumCandidates(named, '/playwright/chrome')).toEqual(['/second']);
    expect(chromiumCandidates({ ...named, CHROMIUM_PATH: '/first' }, '/playwright/chrome')).toEqual([
      '/first',
    ]);
  });
});
