import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PLATFORM_NAMES } from '../../adapters/platform-names.ts';
import { LOCALES } from '../../core/text.ts';
import { ORG } from '../support/company.ts';
import { startDemo } from '../support/demo.ts';
import { launchBrowser, openPlayground, requireChromium } from './support.ts';

const chromium = requireChromium();
const folder = process.env.PICTURES;

// The README's pictures, made from the real product: npm run pictures
describe.skipIf(!chromium || !folder)('pictures for the README', () => {
  it('are what the product shows', async () => {
    const target = path.resolve(folder ?? '');
    mkdirSync(target, { recursive: true });
    const demo = await startDemo();
    process.env.TZ = ORG.timeZone; // the browser stands where the company is
    const browser = await launchBrowser(chromium);
    await takeLooks({ browser, url: demo.url, target });
    const page = await openPlayground({ url: demo.url, browser, size: { width: 1080, height: 640 } });
    const take = (name: string) => page.screenshot(path.join(target, `${name}.png`));

    await page.as('李雷');
    await take('visit-zh');
    await page.say('给华星电子申请16%的折扣');
    await page.submit();
    await page.as('Jim Green');
    await take('visit-en');
    await page.say('/crm today');
    await take('today');
    for (const signer of ['王芳', '陈杰']) {
      await page.as(signer);
      await expect
        .poll(async () => (await page.lastCard().catch(() => undefined))?.buttons ?? [], { timeout: 10_000 })
        .toContain('批准');
      await page.press('批准');
    }
    await take('approval');
    await page.as('张伟');
    await page.say('本季度各人预计成交多少');
    await take('pipeline');

    await page.close();

    await browser.close();
    await demo.close();
  }, 120_000);
});

const SAID = {
  zh: { who: '李雷', says: '今天拜访了华星电子，王总对报价基本满意，下周三发合同' },
  en: {
    who: 'Jim Green',
    says: 'Visited Acme today, Wang is basically happy with the quote, sending the contract next Wednesday',
  },
};

/** One card, three looks: as each platform's client would show it, side by side. */
async function takeLooks({ browser, url, target }: { browser: Browser; url: string; target: string }): Promise<void> {
  const phone = await openPlayground({ url, browser, size: { width: 520, height: 1_400 } });
  const table = await browser.newPage({ viewport: { width: 1_420, height: 100 } });
  for (const locale of LOCALES) {
    const { who, says } = SAID[locale];
    await phone.as(who);
    await phone.say(says);
    const columns: string[] = [];
    for (const { en, [locale]: look } of [PLATFORM_NAMES.slack, PLATFORM_NAMES.feishu, PLATFORM_NAMES.teams]) {
      await phone.looks(en);
      const png = await phone.page.locator('article[data-kind=card]').last().screenshot();
      columns.push(
        `<div><h1>${look}</h1><img width="440" src="data:image/png;base64,${png.toString('base64')}"></div>`,
      );
    }
    const style =
      'body{display:flex;gap:24px;margin:0;padding:16px 20px;font:14px sans-serif;color:#555}h1{font-size:15px}';
    await table.setContent(`<style>${style}</style>${columns.join('')}`);
    await table.screenshot({ path: path.join(target, `looks-${locale}.png`), fullPage: true });
  }
  await table.close();
  await phone.close();
}
