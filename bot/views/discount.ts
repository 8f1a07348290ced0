import { ROLE_NAMES } from '../../core/actor.ts';
import type { AskedDiscount } from '../../core/approvals/ask-discount.ts';
import type { Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { percent, type Viewer } from './format.ts';
import { STANDING } from './gate.ts';

type Kind<Name extends AskedDiscount['kind']> = Extract<AskedDiscount, { kind: Name }>;

/** What the one who asked is told at once. It stays as it is: how the request stands is one press away. */
export function discountCard(asked: Kind<'applied' | 'asked'>, { locale }: Viewer): Card {
  const { opportunity, bps, replacedBps } = asked;
  const replaced: Text | undefined =
    replacedBps === null
      ? undefined
      : {
          en: ` Your earlier request for ${percent(replacedBps)} has ended.`,
          zh: `原 ${percent(replacedBps)} 的申请已结束。`,
        };
  if (asked.kind === 'applied') {
    return {
      title: {
        en: `${percent(bps)} off for ${opportunity.customerName}`,
        zh: `${opportunity.customerName}：已给予 ${percent(bps)} 折扣`,
      }[locale],
      tone: 'good',
      body: [
        {
          type: 'text',
          text: {
            en: `Within your own limit; no approval needed.${replaced?.en ?? ''}`,
            zh: `在你的权限内，无需审批。${replaced?.zh ?? ''}`,
          }[locale],
          muted: true,
        },
      ],
    };
  }
  const names = (language: 'zh' | 'en') =>
    asked.roles.map((role) => ROLE_NAMES[role][language]).join(language === 'zh' ? '、' : ', then ');
  return {
    title: {
      en: `Asked: ${percent(bps)} off for ${opportunity.customerName}`,
      zh: `已提交：${opportunity.customerName} ${percent(bps)} 折扣申请`,
    }[locale],
    tone: 'info',
    body: [
      {
        type: 'text',
        text: {
          en: `To sign: ${names('en')}. I will tell you.${replaced?.en ?? ''}`,
          zh: `需${names('zh')}审批，结果会通知你。${replaced?.zh ?? ''}`,
        }[locale],
      },
      {
        type: 'actions',
        buttons: [
          press(STANDING, locale, 'approval.show', {
            request: asked.requestId,
            here: true,
          }),
        ],
      },
    ],
  };
}

/** A discount one may give oneself, while a request for another waits: giving it ends the request, so it is asked first. */
export function heldDiscountCard(
  { opportunity, bps, replacedBps }: Kind<'held'>,
  buttons: Button[],
  { locale }: Viewer,
): Card {
  const waiting = percent(replacedBps ?? 0);
  return {
    title: {
      en: `A request for ${waiting} off still waits for ${opportunity.customerName}`,
      zh: `${opportunity.customerName} 的 ${waiting} 折扣申请还在审批中`,
    }[locale],
    tone: 'warning',
    body: [
      {
        type: 'text',
        text: {
          en: `You can give ${percent(bps)} yourself, but that ends the request. Nothing has changed yet.`,
          zh: `${percent(bps)} 在你的权限内，但给予后原申请会结束。目前未做任何修改。`,
        }[locale],
      },
      { type: 'actions', buttons },
    ],
  };
}
