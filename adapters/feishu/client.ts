import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Client, DefaultCache, Domain, LoggerLevel } from '@larksuiteoapi/node-sdk';
import { z } from 'zod';
import { PlatformError, type Profile } from '../../bot/contract.ts';
import { fetchBytes } from '../fetch-bytes.ts';
import type { FeishuCard } from './card.ts';
import { mention, readResource } from './content.ts';
import { createHttp } from './http.ts';
import { UUID } from './limits.ts';
import type { Spot } from './wire.ts';

/** What is sent: a card, or one line where nobody needs a card. */
export type Content = { card: FeishuCard } | { text: string };

/** Who is asked for is not there, or has left. https://open.feishu.cn/document/server-docs/contact-v3/user/get */
const UNKNOWN = new Set(['feishu_41012', 'feishu_40003', 'feishu_99992351', 'feishu_99992352']);

const sent = z.object({ data: z.object({ message_id: z.string() }) });
const uploaded = z.object({ image_key: z.string() });
const tenants = z.object({ data: z.object({ tenant: z.object({ tenant_key: z.string().min(1) }) }) });
const accounts = z.object({
  data: z.object({ user_list: z.array(z.object({ user_id: z.string().optional() })).optional() }),
});
const info = z.object({ bot: z.object({ open_id: z.string().min(1) }) });
const person = z.object({
  data: z.object({
    user: z.object({
      name: z.string().optional(),
      en_name: z.string().optional(),
      email: z.string().optional(),
      enterprise_email: z.string().optional(),
      time_zone: z.string().optional(),
      status: z.object({ is_resigned: z.boolean().optional(), is_frozen: z.boolean().optional() }).optional(),
    }),
  }),
});

/** A message as it is read back. */
const kept = z.object({
  message_id: z.string().min(1),
  msg_type: z.string(),
  create_time: z.string().nullish(),
  /** The message it was forwarded in. */
  upper_message_id: z.string().nullish(),
  sender: z
    .object({ id: z.string().nullish(), id_type: z.string().nullish(), sender_type: z.string().nullish() })
    .nullish(),
  body: z.object({ content: z.string() }).nullish(),
  mentions: z.array(mention.extend({ id: z.string().nullish() })).nullish(),
});
const keptMessages = z.object({
  data: z.object({ items: z.array(kept).nullish(), has_more: z.boolean().nullish(), page_token: z.string().nullish() }),
});

/** https://open.feishu.cn/document/server-docs/im-v1/message/list: as many as a page takes. */
const PAGE = 50;

export type KeptMessage = z.output<typeof kept>;
export type FeishuClient = ReturnType<typeof createClient>;
export type App = { appId: string; appSecret: string; domain: string };

/** Nothing the SDK says: it logs requests with people's words in them, and its errors come to us. */
const silent = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
  trace: () => undefined,
};

/** Feishu's API as far as we use it; the SDK keeps the token alive. Every call throws PlatformError, and none is repeated. */
export function createClient({ appId, appSecret, domain }: App) {
  // The one the SDK brings is shared by the whole process.
  const cache = new DefaultCache();
  const sdk = new Client({
    appId,
    appSecret,
    domain: toDomain(domain),
    httpInstance: createHttp(),
    cache,
    logger: silent,
    loggerLevel: LoggerLevel.error,
  });
  let identity: Promise<string> | undefined;
  let tenant: Promise<string> | undefined;

  /** The company the app belongs to, asked for once; a failure is forgotten. */
  function tenantKey(): Promise<string> {
    tenant ??= call(() => sdk.tenant.v2.tenant.query({}), tenants).then(
      ({ data }) => data.tenant.tenant_key,
      (error: unknown) => {
        tenant = undefined;
        throw error;
      },
    );
    return tenant;
  }

  async function call<Result>(run: () => Promise<unknown>, shape: z.ZodType<Result>): Promise<Result> {
    let answer: unknown;
    try {
      answer = await run();
    } catch (error) {
      if (error instanceof PlatformError && error.code === 'token') {
        cache.values.clear();
      }
      throw error;
    }
    const read = shape.safeParse(answer);
    if (!read.success) {
      throw new PlatformError('bad_answer', { retryable: false, cause: read.error });
    }
    return read.data;
  }

  async function reply(
    messageId: string,
    content: Content,
    { key, inThread }: { key: string; inThread: boolean },
  ): Promise<string> {
    const data = { ...toMessage(content), reply_in_thread: inThread, uuid: toUuid(key) };
    const { data: made } = await call(() => sdk.im.v1.message.reply({ path: { message_id: messageId }, data }), sent);
    return made.message_id;
  }

  return {
    reply,

    /** `key` names the effect: within an hour Feishu posts nothing twice under one name. */
    async post({ type, id, root }: Spot, content: Content, key: string): Promise<string> {
      if (root) {
        return reply(root, content, { key, inThread: true });
      }
      const asked = {
        params: { receive_id_type: type },
        data: { receive_id: id, ...toMessage(content), uuid: toUuid(key) },
      };
      return (await call(() => sdk.im.v1.message.create(asked), sent)).data.message_id;
    },

    /** Redraws a card, for everybody who sees it. */
    async patch(messageId: string, card: FeishuCard): Promise<void> {
      const data = { content: JSON.stringify(card) };
      await call(() => sdk.im.v1.message.patch({ path: { message_id: messageId }, data }), z.unknown());
    },

    /** The key under which a picture can stand in cards. */
    async upload(image: Buffer): Promise<string> {
      const data = { image_type: 'message' as const, image };
      return (await call(() => sdk.im.v1.image.create({ data }), uploaded)).image_key;
    },

    /** The bytes of a file in a message; it needs the permission im:resource. */
    async download(handle: string): Promise<Readable> {
      const { messageId, key, kind } = readResource(handle);
      const token = await call(() => sdk.tokenManager.getTenantAccessToken(), z.string().min(1));
      const path = [messageId, 'resources', key].map(encodeURIComponent).join('/');
      const url = `${sdk.domain}/open-apis/im/v1/messages/${path}?type=${kind}`;
      return fetchBytes(url, { headers: { authorization: `Bearer ${token}` }, isTrusted: () => true });
    },

    /** A message, and all that was forwarded in it; it needs the permission im:message:readonly. */
    async messages(messageId: string): Promise<KeptMessage[]> {
      const asked = { path: { message_id: messageId }, params: { user_id_type: 'open_id' as const } };
      return (await call(() => sdk.im.v1.message.get(asked), keptMessages)).data.items ?? [];
    },

    /** The messages of a thread, the oldest first, a page at a time; in a group it needs the permission im:message.group_msg. */
    async thread(id: string, page?: string): Promise<{ items: KeptMessage[]; next: string | undefined }> {
      const params = {
        container_id_type: 'thread',
        container_id: id,
        sort_type: 'ByCreateTimeAsc' as const,
        page_size: PAGE,
        ...(page ? { page_token: page } : {}),
      };
      const { items, has_more, page_token } = (await call(() => sdk.im.v1.message.list({ params }), keptMessages)).data;
      return { items: items ?? [], next: (has_more && page_token) || undefined };
    },

    /** Undefined for somebody the company does not have (any more). */
    async profile(openId: string): Promise<Profile | undefined> {
      const asked = { path: { user_id: openId }, params: { user_id_type: 'open_id' as const } };
      try {
        const { user } = (await call(() => sdk.contact.v3.user.get(asked), person)).data;
        return user.status?.is_resigned || user.status?.is_frozen ? undefined : toProfile(user);
      } catch (error) {
        if (error instanceof PlatformError && UNKNOWN.has(error.code)) {
          return undefined;
        }
        throw error;
      }
    },

    /** https://open.feishu.cn/document/server-docs/contact-v3/user/batch_get_id: those with it in the company's directory. */
    async findByEmail(email: string): Promise<{ workspace: string; externalId: string }[]> {
      const workspace = await tenantKey();
      const asked = { params: { user_id_type: 'open_id' as const }, data: { emails: [email] } };
      const { user_list = [] } = (await call(() => sdk.contact.v3.user.batchGetId(asked), accounts)).data;
      return user_list.flatMap(({ user_id }) => (user_id ? [{ workspace, externalId: user_id }] : []));
    },

    /** The bot's own open_id, asked for once; a failure is forgotten, so that the next call asks again. */
    identity(): Promise<string> {
      identity ??= call(() => sdk.request({ method: 'GET', url: '/open-apis/bot/v3/info' }), info).then(
        ({ bot }) => bot.open_id,
        (error: unknown) => {
          identity = undefined;
          throw error;
        },
      );
      return identity;
    },
  };
}

/** `feishu`, `lark`, or any address: a proxy, a gateway, a test. */
export function toDomain(domain: string): Domain | string {
  return domain === 'feishu' ? Domain.Feishu : domain === 'lark' ? Domain.Lark : domain;
}

function toMessage(content: Content): { msg_type: string; content: string } {
  return 'card' in content
    ? { msg_type: 'interactive', content: JSON.stringify(content.card) }
    : // Not `text`, in which a mention could stand.
      {
        msg_type: 'post',
        content: JSON.stringify({ zh_cn: { content: [[{ tag: 'text', text: content.text }]] } }),
      };
}

function toUuid(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, UUID);
}

function toProfile(user: z.output<typeof person>['data']['user']): Profile {
  const email = user.enterprise_email || user.email;
  return {
    name: user.name || user.en_name || '',
    ...(email ? { email } : {}),
    ...(user.time_zone ? { timeZone: user.time_zone } : {}),
  };
}
