import type { Match } from '../../core/duplicates/find-duplicates.ts';
import type { Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import type { Viewer } from './format.ts';
import { openParty } from './tag.ts';
import { POOL } from './words.ts';

export type Offered = { match: Match; merge: Button | undefined };

export const BY: Readonly<Record<Match['by'], Text>> = {
  phone: { en: 'same phone', zh: '电话相同' },
  email: { en: 'same e-mail', zh: '邮箱相同' },
  company: { en: 'same company', zh: '公司相同' },
  near: { en: 'similar name', zh: '名称相近' },
};
const KINDS = { lead: { en: 'lead', zh: '线索' }, customer: { en: 'customer', zh: '客户' } };

/** Who is on file already, with what may be seen of it; nothing is saved yet. */
export function matchesCard(
  entered: string,
  offered: readonly Offered[],
  buttons: readonly Button[],
  { locale }: Viewer,
): Card {
  return {
    title: { en: `On file already? ${entered}`, zh: `可能已在系统中：${entered}` }[locale],
    tone: 'warning',
    body: [
      {
        type: 'records',
        records: offered.map(({ match, merge }) => ({
          title: [match.contact, match.company].filter(Boolean).join(' · ') || secret(match)[locale],
          detail: [KINDS[match.entity][locale], BY[match.by][locale], match.ownerName ?? POOL[locale]].join(' · '),
          buttons: [
            ...(match.id ? [openParty({ entity: match.entity, id: match.id }, locale)] : []),
            ...(merge ? [merge] : []),
          ],
        })),
      },
      {
        type: 'text',
        text: { en: 'Nothing is saved yet; what you typed is kept.', zh: '尚未保存，你填写的内容已保留。' }[locale],
        muted: true,
      },
      { type: 'actions', buttons: [...buttons] },
    ],
  };
}

const secret = ({ entity, ownerName }: Match): Text => ({
  en: `A ${KINDS[entity].en} of ${ownerName ?? 'a colleague'}`,
  zh: `${ownerName ?? '同事'}的${KINDS[entity].zh}`,
});

export function mergedCard(party: { entity: 'lead' | 'customer'; id: string; name: string }, { locale }: Viewer): Card {
  return {
    title: { en: `Added to ${party.name}`, zh: `已并入：${party.name}` }[locale],
    tone: 'good',
    body: [
      {
        type: 'text',
        text: {
          lead: {
            en: 'What was missing is filled in, the rest is kept as an enquiry.',
            zh: '已补全空缺信息，其余内容记为一次咨询。',
          },
          customer: {
            en: 'What was missing is filled in, the rest stands in the history.',
            zh: '已补全空缺信息，其余内容记入跟进记录。',
          },
        }[party.entity][locale],
        muted: true,
      },
      { type: 'actions', buttons: [openParty(party, locale)] },
    ],
  };
}

export function ownerAskedCard(owner: string, { locale }: Viewer): Card {
  return {
    title: { en: `I have asked ${owner}`, zh: `已询问${owner}` }[locale],
    tone: 'info',
    body: [
      {
        type: 'text',
        text: {
          en: `${owner} was told what you entered. Nothing was added.`,
          zh: `已将你填写的内容转给${owner}，未新建任何记录。`,
        }[locale],
      },
    ],
  };
}
