import type { Text } from '../text.ts';

/** What a gateway is told of: that a ticket of a customer who matters came in (R19), or nothing but a test. */
export const SEND_KINDS = {
  'ticket.acknowledged': { en: 'Acknowledgement', zh: '工单回执' },
  test: { en: 'Test', zh: '测试' },
} as const satisfies Record<string, Text>;

export type SendKind = keyof typeof SEND_KINDS;

/** `dropped`: there was nothing to say any more when its turn came. */
export type SendState = 'queued' | 'sent' | 'failed' | 'dropped';

/** Why it did not go out, or has not yet. */
export const SEND_PROBLEMS = {
  refused: { en: 'the gateway refused it', zh: '网关拒绝' },
  busy: { en: 'the gateway could not just then', zh: '网关暂时不可用' },
  unreachable: { en: 'the gateway could not be reached', zh: '无法连接网关' },
  slow: { en: 'the gateway did not answer in time', zh: '网关响应超时' },
  redirected: { en: 'the gateway points to another address', zh: '网关跳转到其他地址' },
  inside: {
    en: 'the address lies inside a private network (OUTGOING_PRIVATE_HOSTS)',
    zh: '地址位于内网，未获允许（OUTGOING_PRIVATE_HOSTS）',
  },
  unsigned: {
    en: 'there was nothing to sign it with (ENCRYPTION_KEY)',
    zh: '缺少签名密钥（ENCRYPTION_KEY）',
  },
  off: { en: 'the gateway was switched off', zh: '网关已停用' },
  closed: { en: 'the ticket was closed meanwhile', zh: '工单已先行关闭' },
  taken_back: { en: 'the ticket was taken back', zh: '工单已撤销' },
} as const satisfies Record<string, Text>;

export type SendProblem = keyof typeof SEND_PROBLEMS;

/** What may be reached, and for how long is waited. */
export type OutgoingRules = {
  /** Names of hosts that may lie inside a private network; a loopback among them also without TLS. */
  readonly privateHosts: readonly string[];
  readonly timeoutMs: number;
};

export const OUTGOING_RULES: OutgoingRules = { privateHosts: [], timeoutMs: 10_000 };

/** What a customer reads where the company has not written anything else; {name} is whom it is for. */
export const USUAL_TEXTS: Text = {
  en: 'Hello {name}, your message has reached us and somebody is looking into it. Thank you for telling us.',
  zh: '{name}，您好！您反映的情况我们已收到，正在安排专人处理，感谢您的反馈。',
};

/** As many tries as anything that is sent has: about three hours with the pauses between. */
export const MOST_ATTEMPTS = 20;
