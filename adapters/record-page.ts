import type { Route } from './platform.ts';

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Parley</title>
<style>body{font:18px/1.6 system-ui,sans-serif;max-width:32em;margin:20vh auto;padding:0 1em}</style>
<p>Open it in your chat: send this link to Parley, or press “Open privately” beside it.
<p lang="zh">请在聊天中查看：把此链接发给 Parley，或点击链接旁的“私下查看”。
</html>
`;

/**
 * What a browser finds behind a record's link: the same for every record and for none, so that it tells nothing of what
 * there is to whoever happens to hold an address.
 */
export const recordPage: Route = {
  method: 'GET',
  path: '/r/:noun/:id',
  handle: async () => ({
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
    body: PAGE,
  }),
};
