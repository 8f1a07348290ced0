// Beside the seven: the headers of every answer, and the one page that needs no token.
import type { RawResponse } from '../platform.ts';

/** Nothing from elsewhere, nothing inline, no HTML out of strings, shown in nobody's frame. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

export const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // The page holds a token, so it is kept nowhere.
  'cache-control': 'no-store',
};

export function lockedPage(): RawResponse {
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Parley</title><h1>Parley · 洽谈</h1>
<p>Please open the playground with the whole address printed when Parley started; it ends in <code>?token=…</code></p>
<p lang="zh">请用启动时打印的完整地址打开试用页面，地址以 <code>?token=…</code> 结尾。</p></html>`;
  return { status: 401, headers: { ...HEADERS, 'content-type': 'text/html; charset=utf-8' }, body };
}
