import { existsSync } from 'node:fs';
import { type Browser, chromium as engine, type Locator, type Page } from 'playwright-core';

/** Where systems keep Chromium; the environment may name another one. */
const PLACES = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function findChromium(): string | undefined {
  return PLACES.find((place) => place !== '' && existsSync(place));
}

/** A browser beside everything else on two cores now and then misses a moment; what fails three times is broken. */
export const RETRIES = 2;

/**
 * The browser to test with. Undefined only on a developer's machine without one, said loudly; in CI that is a failure.
 */
export function requireChromium(): string | undefined {
  const found = findChromium();
  if (found) return found;
  const said = 'NO BROWSER TESTS: no Chromium found. Install it, or set CHROMIUM_PATH.';
  if (process.env.CI) throw new Error(said);
  process.stderr.write(`\n!!! ${said}\n\n`);
  return undefined;
}

export type Shown = { text: string; buttons: string[] };

/** A person at the playground. Each step ends when the answer to it is there. */
export type PlaygroundPage = {
  page: Page;
  /** What the page itself reported as broken: unknown blocks, exceptions, refused resources. */
  faults: string[];
  /** Becomes somebody of the company, by name. */
  as(person: string): Promise<void>;
  /** Opens 'direct' or '#sales'. */
  opens(conversation: string): Promise<void>;
  /** Chooses a look by its tab: by its English name, whatever language the tab speaks. */
  looks(label: string): Promise<void>;
  say(text: string): Promise<void>;
  lastCard(): Promise<Shown>;
  /** The words of the newest message, whatever it is. */
  lastText(): Promise<string>;
  /** Presses a button of the open window, else of the newest card that has it. */
  press(label: string): Promise<void>;
  /** Fills in the open window, else the newest form that stands in the conversation, by labels. */
  fill(values: Readonly<Record<string, string>>): Promise<void>;
  submit(): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
};

/** A field's name, with the star that some looks count in. */
export function labelled(name: string): RegExp {
  return new RegExp(`^${name.replaceAll(/[^\p{L}\p{N}]/gu, '.')}( \\*)?$`, 'u');
}

/** One for many pages: starting it is what takes time. */
export function launchBrowser(chromium = findChromium() ?? ''): Promise<Browser> {
  return engine.launch({ executablePath: chromium, args: ARGS });
}

/** A browser of its own for the page, unless one is given. */
export async function openPlayground({
  url,
  chromium,
  browser,
  size = { width: 1280, height: 800 },
  colorScheme = 'light',
  locale = 'en-US',
}: {
  /** With the token, as printed at start. */
  url: string;
  chromium?: string | undefined;
  browser?: Browser | undefined;
  size?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  locale?: string;
}): Promise<PlaygroundPage> {
  const used = browser ?? (await launchBrowser(chromium));
  const context = await used.newContext({ viewport: size, colorScheme, locale });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
  await page.goto(url);
  await page.locator('#side .entry').first().waitFor({ state: 'attached' });
  return { ...steps(page), page, faults, close: () => (browser ? context.close() : used.close()) };
}

function steps(page: Page) {
  const window = page.locator('dialog[open]').last();
  const cards = page.locator('article[data-kind=card]');

  return { as, opens, looks, say, lastCard, lastText, press, fill, submit, screenshot };

  async function as(person: string) {
    await choose(person);
    await page.locator('#head .where p').filter({ hasText: person }).waitFor();
    await settle();
  }

  async function opens(conversation: string) {
    const entries = page.locator('#side ul').first().locator('.entry');
    if (await page.locator('#head .menu').isVisible()) await page.locator('#head .menu').click();
    await entries.nth(conversation === 'direct' ? 0 : 1).click();
    await settle();
  }

  async function choose(name: string) {
    if (await page.locator('#head .menu').isVisible()) await page.locator('#head .menu').click();
    await page.locator('.entry', { has: page.locator('.entry-title').getByText(name, { exact: true }) }).click();
  }

  async function looks(label: string) {
    await page.locator(`[data-key="look-${label.toLowerCase()}"]`).click();
  }

  async function say(text: string) {
    const input = page.locator('#composer textarea');
    await input.fill(text);
    await input.press('Enter');
    await settle();
  }

  async function lastCard(): Promise<Shown> {
    return readCard(cards.last().locator('.shown > :first-child'));
  }

  async function lastText() {
    return (await page.locator('article[data-kind]').last().allInnerTexts()).join();
  }

  async function press(label: string) {
    const inWindow = (await window.count()) > 0;
    const place = inWindow ? window : cards.filter({ has: page.getByRole('button', { name: label, exact: true }) });
    await place.last().getByRole('button', { name: label, exact: true }).last().click();
    await settle();
  }

  async function fill(values: Readonly<Record<string, string>>) {
    const form = await formInSight();
    for (const [label, value] of Object.entries(values)) {
      const input = form.getByLabel(labelled(label));
      const isChoice = (await input.evaluate((element) => element.tagName)) === 'SELECT';
      if (isChoice) await input.selectOption({ label: value });
      else await input.fill(value);
    }
  }

  async function submit() {
    const form = await formInSight();
    await form.locator('button.primary:visible, button.style-positive').last().click();
    await settle();
  }

  async function formInSight(): Promise<Locator> {
    if ((await window.count()) > 0) return window;
    return cards.filter({ has: page.locator('.field, .ac-input') }).last();
  }

  /** The page says itself when it waits for nothing more. */
  async function settle() {
    await page.locator('#log[aria-busy=false]').waitFor({ state: 'attached' });
  }

  async function screenshot(path: string) {
    await page.screenshot({ path });
  }
}

async function readCard(card: Locator): Promise<Shown> {
  return { text: (await card.allInnerTexts()).join(), buttons: await card.getByRole('button').allInnerTexts() };
}
