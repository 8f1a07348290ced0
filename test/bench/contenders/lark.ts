// The Feishu SDK as its guide shows it: its adapter over node:http, one callback, one toast, no database.
import { createServer } from 'node:http';
import { adaptDefault, EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk';

const dispatcher = new EventDispatcher({
  encryptKey: process.env.FEISHU_ENCRYPT_KEY ?? '',
  verificationToken: process.env.FEISHU_VERIFICATION_TOKEN ?? '',
  loggerLevel: LoggerLevel.error,
}).register({
  // It answers 200 to whatever it refuses, so the answer has to prove that this was reached.
  'card.action.trigger': () => ({ toast: { type: 'info', content: process.env.FEISHU_ANSWER } }),
});
const server = createServer(adaptDefault('/feishu/events', dispatcher));
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('SIGTERM', () => process.exit(0));
