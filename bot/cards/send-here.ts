import type { Text } from '../../core/text.ts';

/** In the place of a file field, where a platform's forms take no files. */
export const SEND_HERE: Text = {
  en: 'Send the file here in this chat, I will attach it.',
  zh: '请直接在本聊天中发送文件，我会自动存好。',
};
