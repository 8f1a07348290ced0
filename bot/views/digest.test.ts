import { describe, expect, it } from 'vitest';
import type { Digest } from '../../core/digests/digest.ts';
import { digestCard } from './digest.ts';
import type { Viewer } from './format.ts';

const zh: Viewer = { locale: 'zh', timeZone: 'Asia/Shanghai', today: '2026-05-20' };
const en: Viewer = { ...zh, locale: 'en' };
const none = { lines: [], total: 0 };
const EMPTY: Digest = {
  day: '2026-05-20',
  own: { scheduled: none, leads: none, overdue: none, due: none, approvals: none, invoices: none, deals: none },
  people: none,
  teams: none,
};

const REP: Digest = {
  ...EMPTY,
  own: {
    ...EMPTY.own,
    overdue: {
      lines: [
        {
          id: 't1',
          title: '发合同',
          dueOn: '2026-05-18',
          dueTime: null,
          customerId: 'c9',
          customerName: '华星电子',
          mark: null,
        },
      ],
      total: 8,
    },
    scheduled: {
      lines: [
        {
          id: 't2',
          title: '回电话',
          dueOn: '2026-05-20',
          dueTime: '15:00',
          customerId: null,
          customerName: null,
          mark: null,
        },
      ],
      total: 1,
    },
    deals: {
      lines: [
        {
          id: 'o1',
          name: '二期扩容',
          customerId: 'c1',
          customerName: '远景科技',
          stageName: { en: 'Proposal', zh: '方案报价' },
          kind: 'idle',
          days: 12,
          limit: 7,
        },
      ],
      total: 1,
    },
    leads: {
      lines: [
        { id: 'l1', contact: '王工', company: '比亚迪', phone: '+8613800138000', minutesLeft: -30, hasEnquiry: false },
      ],
      total: 1,
    },
  },
};

describe('the card of a digest', () => {
  it('lets a rep act on every line, in Chinese', () => {
    expect(digestCard(REP, zh, '李雷')).toEqual({
      title: '早上好，李雷 · 5月20日 周三',
      tone: 'warning',
      body: [
        { type: 'heading', text: '今日日程（1）' },
        {
          type: 'records',
          records: [
            {
              title: '回电话',
              detail: '15:00',
              buttons: [
                { label: '完成', command: 'task.done', input: { task: 't2', list: 'digest' } },
                {
                  label: '推迟到明天',
                  command: 'task.snooze',
                  input: { task: 't2', until: 'tomorrow', list: 'digest' },
                },
              ],
            },
          ],
        },
        { type: 'heading', text: '待响应线索（1）' },
        {
          type: 'records',
          records: [
            {
              title: '王工 · 比亚迪',
              detail: [{ link: 'tel:+8613800138000', label: '+86 138 0013 8000' }, ' · ⏰ 已超时 30 分钟'],
              buttons: [
                { label: '通话结果', command: 'lead.outcome', input: { lead: 'l1', list: 'digest' } },
                { label: '查看', command: 'lead.show', input: { lead: 'l1' } },
              ],
            },
          ],
        },
        { type: 'heading', text: '已逾期（8）' },
        {
          type: 'records',
          records: [
            {
              title: '发合同',
              detail: '5月18日 周一 · 华星电子',
              buttons: [
                { label: '完成', command: 'task.done', input: { task: 't1', list: 'digest' } },
                {
                  label: '推迟到明天',
                  command: 'task.snooze',
                  input: { task: 't1', until: 'tomorrow', list: 'digest' },
                },
              ],
              more: [{ label: '记跟进', command: 'follow-up.log', input: { customer: 'c9', list: 'digest' } }],
            },
          ],
        },
        {
          type: 'actions',
          buttons: [{ label: '还有 7 项', command: 'today.show', input: { only: 'overdue' } }],
        },
        { type: 'heading', text: '待推动商机（1）' },
        {
          type: 'records',
          records: [
            {
              title: '二期扩容 · 远景科技',
              detail: '方案报价 · 12 天无跟进',
              buttons: [
                { label: '记跟进', command: 'follow-up.log', input: { customer: 'c1', list: 'digest' } },
                { label: '推进阶段', command: 'opportunity.advance', input: { opportunity: 'o1', list: 'digest' } },
              ],
              more: [{ label: '查看', command: 'opportunity.show', input: { opportunity: 'o1' } }],
            },
          ],
        },
        { type: 'actions', buttons: [{ label: '我的一天', command: 'today.show', input: {} }] },
      ],
    });
  });

  it('says the same in English', () => {
    const { title, body } = digestCard(REP, en, 'Jim Green');
    expect(title).toBe('Good morning, Jim Green · Wed 20 May');
    expect(body.flatMap((node) => (node.type === 'heading' ? [node.text] : []))).toEqual([
      'Scheduled today (1)',
      'Leads to answer (1)',
      'Overdue (8)',
      'Deals to move (1)',
    ]);
    expect(body.flatMap((node) => (node.type === 'records' ? node.records.map(({ detail }) => detail) : []))).toEqual([
      '15:00',
      [{ link: 'tel:+8613800138000', label: '+86 138 0013 8000' }, ' · ⏰ late by 30 min'],
      'Mon 18 May · 华星电子',
      'Proposal · 12 days without a word',
    ]);
    expect(body).toContainEqual({
      type: 'actions',
      buttons: [{ label: '7 more', command: 'today.show', input: { only: 'overdue' } }],
    });
  });

  it('shows a manager whom to help and with what', () => {
    const people = {
      lines: [
        {
          id: 'u1',
          name: '韩梅梅',
          overdue: 2,
          idle: 3,
          worst: { kind: 'opportunity' as const, id: 'o9', name: '一期', days: 21 },
        },
        {
          id: 'u2',
          name: '李雷',
          overdue: 1,
          idle: 0,
          worst: { kind: 'task' as const, id: 't9', name: '发合同', days: 1 },
        },
      ],
      total: 2,
    };
    expect(digestCard({ ...EMPTY, people }, zh, '张伟').body.slice(0, 2)).toEqual([
      { type: 'heading', text: '我的团队（2 人需关注）' },
      {
        type: 'records',
        records: [
          {
            title: '韩梅梅',
            detail: '逾期 2，停滞 3 · 最久：一期（21 天）',
            buttons: [{ label: '查看', command: 'opportunity.show', input: { opportunity: 'o9' } }],
          },
          {
            title: '李雷',
            detail: '逾期 1 · 最久：发合同（逾期 1 天）',
            buttons: [{ label: '查看', command: 'task.show', input: { task: 't9' } }],
          },
        ],
      },
    ]);
  });

  it('shows an executive the teams, with amounts as he writes them', () => {
    const worst = { kind: 'opportunity' as const, id: 'o9', name: '一期', days: 21 };
    const amounts = [
      { currency: 'CNY', amount: 350_000_00n },
      { currency: 'USD', amount: 12_345_67n },
    ];
    const teams = { lines: [{ id: 'n', name: 'North', open: 12, amounts, overdue: 0, idle: 4, worst }], total: 1 };
    const [, records] = digestCard({ ...EMPTY, teams }, en, 'Chen Jie').body;
    expect(records).toEqual({
      type: 'records',
      records: [
        {
          title: 'North',
          detail: '12 open · ¥350,000 + $12,345.67 · 4 idle',
          buttons: [{ label: 'Open', command: 'opportunity.show', input: { opportunity: 'o9' } }],
        },
      ],
    });
  });

  it('is calm where nothing is late', () => {
    expect(digestCard({ ...EMPTY, own: { ...EMPTY.own, leads: REP.own.leads } }, zh, '李雷').tone).toBe('info');
  });
});
