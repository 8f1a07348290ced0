import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
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
    const page = await openPlayground({ url: demo.url, browser, size: { width: 1080, height: 640 } });
    const take = (name: string) => page.screenshot(path.join(target, `${name}.png`));

    await page.as('李雷');
    await page.say('今天拜访了华星电子，王总对报价基本满意，下周三发合同');
    await take('visit-zh');
    await page.say('给华星电子申请16%的折扣');
    await page.submit();
    await page.as('Jim Green');
    await page.say('Visited Acme today, Wang is basically happy with the quote, sending the contract next Wednesday');
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
