import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { type StandIn, startStandIn } from './stand-in.ts';
import { launchBrowser, openPlayground, type PlaygroundPage, RETRIES, requireChromium } from './support.ts';

/** What one file of browser tests sits at: one stand-in, one browser, and a page most tests share. */
export type Sitting = {
  stand: StandIn;
  /** The shared page, each test as somebody else; with options a page of its own. */
  open(options?: Partial<Parameters<typeof openPlayground>[0]>): Promise<PlaygroundPage>;
};

/** As `describe`, skipped loudly where there is no browser. */
export function describeInBrowser(name: string, tests: (sitting: Sitting) => void): void {
  const chromium = requireChromium();
  describe.skipIf(!chromium)(name, { retry: RETRIES }, () => {
    let stand: StandIn;
    let browser: Browser;
    let shared: PlaygroundPage | undefined;
    const own: PlaygroundPage[] = [];

    beforeAll(async () => {
      stand = await startStandIn();
      browser = await launchBrowser(chromium);
    });
    afterAll(async () => {
      await browser.close();
      await stand.stop();
    });
    beforeEach(() => {
      stand.deliveries.length = 0;
    });
    afterEach(async () => {
      for (const page of own.splice(0)) await page.close();
      if (!shared) return;
      shared.faults.length = 0;
      await shared.page.unrouteAll();
      await shared.page.keyboard.press('Escape');
    });

    tests({
      get stand() {
        return stand;
      },
      async open(options) {
        if (!options && shared) return shared;
        const page = await openPlayground({ url: stand.link, browser, ...options });
        if (options) own.push(page);
        else shared = page;
        return page;
      },
    });
  });
}
