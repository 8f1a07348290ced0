import type { FeishuCall } from './feishu.ts';
import { type FeishuAnswer, ok, refused } from './feishu-http.ts';

/** Something said, by whom (an app by its id) and when; `to` is whom it mentions. */
export type FeishuSaid = { by: string; at: Date; text: string; to?: string };

/** What people said at Feishu and the app may read: messages by their ids, and threads by theirs. */
export function feishuKept(tenant: string) {
  const kept = new Map<string, Record<string, unknown>[]>();

  const toKept = ({ by, at, text, to }: FeishuSaid, message_id: string) => {
    const [sender_type, id_type] = by.startsWith('cli_') ? ['app', 'app_id'] : ['user', 'open_id'];
    return {
      message_id,
      msg_type: 'text',
      create_time: String(at.getTime()),
      sender: { id: by, id_type, sender_type, tenant_key: tenant },
      body: { content: JSON.stringify({ text }) },
      ...(to ? { mentions: [{ key: '@_user_1', id: to, id_type: 'open_id', name: to }] } : {}),
    };
  };

  return {
    methods: {
      'message.get': (_: FeishuCall, id: string): FeishuAnswer => {
        const items = kept.get(id);
        return items ? ok({ items }) : refused(230_002, 'Bot is not in the chat.');
      },
      'message.list': ({ query }: FeishuCall): FeishuAnswer => {
        const items = query.container_id_type === 'thread' ? kept.get(String(query.container_id)) : undefined;
        const from = Number(query.page_token ?? 0);
        const to = from + Number(query.page_size);
        const more = items && to < items.length ? { has_more: true, page_token: String(to) } : { has_more: false };
        return items
          ? ok({ items: items.slice(from, to), ...more })
          : refused(230_027, 'Lack of necessary permissions');
      },
    },

    /** Messages of another chat, forwarded together: the message they are in comes first, then each of them. */
    keepForward(id: string, spoken: readonly FeishuSaid[]): void {
      const items = spoken.map((each, index) => ({ ...toKept(each, `${id}_${index}`), upper_message_id: id }));
      const whole = { message_id: id, msg_type: 'merge_forward', body: { content: 'Merged and Forwarded Message' } };
      kept.set(id, [whole, ...items]);
    },

    /** A thread in a group, by its first message. */
    keepThread(root: string, spoken: readonly FeishuSaid[]): void {
      const items = spoken.map((each, index) => toKept(each, index === 0 ? root : `${root}_${index}`));
      kept.set(`omt_${root}`, items);
      kept.set(root, items.slice(0, 1));
    },
  };
}
