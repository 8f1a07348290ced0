import type { SlackCard } from '../fakes/slack.ts';
import type { Parley } from './parley.ts';

/** Words and amounts that nobody but Han and those above her may meet. */
export const CANARY = /CNRY|7,654,321|7654321|765\.4/;

/** Something of Han's in every table there is. */
export async function fillWithCanaries(parley: Parley): Promise<void> {
  const han = parley.person('han');
  await han.types('新客户 飞鸟科技有限公司 --联系人 CNRY联系人 --电话 13800138000 --地区 CNRY地区');
  await han.types('新商机 飞鸟科技 --名称 CNRY商机 --金额 7654321');
  await han.types('推进 飞鸟科技');
  await han.types('新线索 高飞 --公司 CNRY公司 --备注 CNRY备注');
  await han.types('新咨询 高飞 CNRY咨询');
  await han.types('线索跟进 高飞 CNRY线索纪要');
  await han.types('标签 高飞 重点');
  await han.types('待办 CNRY任务 --截止 明天 --客户 飞鸟科技');
  await han.types('记录触达 飞鸟科技 CNRY触达');
  await han.types('交付节点 飞鸟科技 CNRY节点');
  await han.types('添加联系人 飞鸟科技 CNRY联系人 --角色 决策人');
  await han.types('新工单 飞鸟科技 CNRY工单 --类型 投诉');
  await han.types('更新工单 飞鸟科技 --进展 CNRY进展');
  await han.says('今天拜访了飞鸟科技，CNRY纪要，客户很满意');
  await han.types('折扣 飞鸟科技 --折扣 16% --理由 CNRY理由');
  await han.types('存名单 CNRY名单 --问题 有哪些客户');
  await han.types('新客户 飞鱼科技有限公司');
  await han.types('客户 飞');
  await han.types('客户 飞鸟科');
  await han.types('绑定');
  await parley.person('USTRANGER').says('link ABCD-2345');
  await parley.person('USTRANGER').says('hello');
  await parley.database.pool.query(
    `INSERT INTO pending_actions (id, user_id, invocations, expires_at)
     SELECT gen_random_uuid(), id, '[[]]', parley_now() + interval '5 minutes' FROM users WHERE name = '韩梅梅'`,
  );
  await parley.database.pool.query(
    `INSERT INTO products (id, code, name_zh, name_en, price, currency) VALUES (gen_random_uuid(), 'P-1', '采集器', '采集器', 100, 'CNY')`,
  );
  await parley.database.pool.query(
    `INSERT INTO call_list_entries (id, segment_id, customer_id, person_id, state, reason, began_at, until)
     SELECT gen_random_uuid(), s.id, c.id, s.owner_id, 'skipped', 'CNRY', parley_now(), parley_now() FROM segments s, customers c WHERE c.name = '飞鸟科技有限公司'`,
  );
  await parley.database.pool.query(
    `WITH of AS (SELECT c.id, c.created_by AS by FROM customers c WHERE c.name = '飞鸟科技有限公司'),
       d AS (INSERT INTO sales_documents (id, kind, number, customer_id, dated_on, amount, currency, state, created_by)
             SELECT gen_random_uuid(), 'order', 'CNRY订单', id, '2026-05-20', 765432100, 'CNY', 'open', by FROM of),
       i AS (INSERT INTO invoices (id, number, customer_id, issued_on, due_on, amount, currency, created_by)
             SELECT gen_random_uuid(), 'CNRY发票', id, '2026-05-20', '2026-05-21', 765432100, 'CNY', by FROM of),
       p AS (INSERT INTO payments (id, customer_id, received_on, amount, currency, reference, created_by)
             SELECT gen_random_uuid(), id, '2026-05-20', 7654321, 'CNY', 'CNRY回款', by FROM of)
     INSERT INTO credit_limits (id, customer_id, amount, currency, created_by) SELECT gen_random_uuid(), id, 765432100, 'CNY', by FROM of`,
  );
  for (const [table, columns, values, from] of [
    ['opportunity_products', 'product_id, quantity, price, currency', "p.id, 1, 765432100, 'CNY'", 'products p'],
    ['opportunity_competitors', 'name', "'CNRY对手'", ''],
    ['opportunity_members', 'user_id, share', 'o.owner_id, 100', ''],
    ['contact_roles', 'customer_id, contact_id, role', "o.customer_id, c.id, 'champion'", 'contacts c'],
  ]) {
    await parley.database.pool.query(
      `INSERT INTO ${table} (id, opportunity_id, ${columns})
       SELECT gen_random_uuid(), o.id, ${values} FROM opportunities o ${from ? `, ${from}` : ''} WHERE o.name = 'CNRY商机' LIMIT 1`,
    );
  }
  await parley.database.pool.query(
    `INSERT INTO grants (id, entity, record_id, user_id, reason)
     SELECT gen_random_uuid(), 'opportunity', o.id, u.id, 'watcher' FROM opportunities o, users u WHERE o.name = 'CNRY商机' AND u.name = '张伟'`,
  );
  await parley.database.pool.query(
    `INSERT INTO duplicate_questions (id, asker_id, owner_id, contact, note)
     SELECT gen_random_uuid(), h.id, z.id, 'CNRY联系人', 'CNRY备注' FROM users h, users z WHERE h.name = '韩梅梅' AND z.name = '张伟'`,
  );
  await parley.database.pool.query(
    `INSERT INTO routing_profiles (id, user_id, regions) SELECT gen_random_uuid(), id, '{华北}' FROM users WHERE name = '韩梅梅'`,
  );
  await parley.database.pool.query(
    `INSERT INTO redeliveries (id, kind, target_id, verb) VALUES (gen_random_uuid(), 'delivery', gen_random_uuid(), 'drop')`,
  );
  await parley.database.pool.query(
    `INSERT INTO pool_moves (id, lead_id, kind, user_id) SELECT gen_random_uuid(), id, 'claimed', owner_id FROM leads WHERE contact_name = '高飞'`,
  );
  await parley.database.pool.query(
    `WITH s AS (INSERT INTO hook_sources (id, key, name, salt, created_by)
                SELECT gen_random_uuid(), 'cnry', 'CNRY官网', 'CNRY', id FROM users WHERE name = '管理员' RETURNING id)
     INSERT INTO hook_deliveries (id, source_id, key, body_hash) SELECT gen_random_uuid(), id, 'CNRY', 'CNRY' FROM s`,
  );
  await parley.database.pool.query(
    `WITH g AS (INSERT INTO gateways (id, name, url, salt, text_zh, text_en, created_by)
                SELECT gen_random_uuid(), 'CNRY网关', 'https://cnry.example/CNRY', 'CNRY', 'CNRY', 'CNRY', id FROM users WHERE name = '管理员' RETURNING id)
     INSERT INTO gateway_sends (id, gateway_id, kind, state, answer) SELECT gen_random_uuid(), id, 'test', 'failed', 'CNRY' FROM g`,
  );
  await parley.database.pool.query(
    `WITH r AS (INSERT INTO reports (id, author_id, period, starts_on, done, sent_to)
                SELECT gen_random_uuid(), h.id, 'day', '2026-05-22', 'CNRY日报', z.id FROM users h, users z WHERE h.name = '韩梅梅' AND z.name = '张伟'
                RETURNING id, author_id)
     INSERT INTO report_comments (id, report_id, author_id, text) SELECT gen_random_uuid(), id, author_id, 'CNRY评论' FROM r`,
  );
  await parley.person('admin').types('核查审计');
  await parley.database.pool.query(
    `INSERT INTO installations (id, platform, workspace, sealed) VALUES (gen_random_uuid(), 'slack', 'T0', 'CNRY')`,
  );
  await parley.database.pool.query(
    `INSERT INTO files (id, entity, record_id, name, media_type, bytes, sha256, storage_key, uploaded_by, origin)
     SELECT gen_random_uuid(), 'opportunity', o.id, 'CNRY.pdf', 'application/pdf', 1, 'CNRY', 'CNRY', u.id, 'slack' FROM opportunities o, users u
      WHERE o.name = 'CNRY商机' AND u.name = '韩梅梅'`,
  );
  await parley.database.pool.query(
    `INSERT INTO received_files (id, user_id, platform, workspace, source_id, name, media_type, bytes, sha256, storage_key)
     SELECT gen_random_uuid(), u.id, 'slack', 'T1', 'F1', 'CNRY2.pdf', 'application/pdf', 1, 'CNRY', 'CNRY' FROM users u WHERE u.name = '韩梅梅'`,
  );
  await parley.database.pool.query(
    `INSERT INTO record_cards (id, platform, workspace, place, message_id, entity, record_id)
     SELECT gen_random_uuid(), 'slack', 'T1', 'CNRY', '1.1', 'opportunity', o.id FROM opportunities o WHERE o.name = 'CNRY商机'`,
  );
  await parley.database.pool.query(
    `INSERT INTO handovers (id, from_id, to_id, made_by, items)
     SELECT gen_random_uuid(), z.id, h.id, z.id, jsonb_build_array(jsonb_build_array('opportunities', o.id)) FROM users z, users h, opportunities o
      WHERE z.name = '张伟' AND h.name = '韩梅梅' AND o.name = 'CNRY商机'`,
  );
  await parley.database.pool.query(
    `WITH t AS (INSERT INTO object_types (id, key, name_zh, name_en, label_zh, label_en, rules)
                SELECT gen_random_uuid(), 'cnry', '车辆', 'Vehicle', '车牌', 'Plate', '[{"kind": "task", "key": "r", "field": "f", "days": 1, "task": {"zh": "保养", "en": "Service"}}]' RETURNING id)
     INSERT INTO objects (id, type_id, customer_id, name, created_by)
     SELECT gen_random_uuid(), t.id, c.id, 'CNRY车辆', c.created_by FROM t, customers c WHERE c.name = '飞鸟科技有限公司'`,
  );
  await parley.settles();
}

/** The same card, its buttons carrying something else. */
export function forged(card: SlackCard, value: string): SlackCard {
  return JSON.parse(JSON.stringify(card), (key, own) => (key === 'value' ? value : own));
}
