import { z } from 'zod';
import { getQuestion } from '../../core/duplicates/get-question.ts';
import type { Text } from '../../core/text.ts';
import { type Fact, factsOf } from '../views/facts.ts';
import { openParty } from '../views/tag.ts';
import { defineNotice } from './notice.ts';

const COMPANY: Text = { en: 'Company', zh: '公司' };
const CONTACT: Text = { en: 'Contact', zh: '联系人' };
const PHONE: Text = { en: 'Phone', zh: '电话' };
const EMAIL: Text = { en: 'E-mail', zh: '邮箱' };
const NOTE: Text = { en: 'Note', zh: '备注' };

/** A colleague was about to enter somebody who is the reader's already. */
export const duplicateAsked = defineNotice({
  name: { en: 'a question about a record', zh: '关于记录归属的询问' },
  subject: z.object({ questionId: z.uuid() }),
  mayWait: () => true,

  async draw(core, { questionId }) {
    const { locale, userId } = core.actor;
    const question = await getQuestion(core, questionId);
    if (question.ownerId !== userId) {
      return undefined;
    }
    const { askerName, contact, company, phone, email, note, match } = question;
    const facts: Fact[] = [
      [CONTACT, contact],
      [COMPANY, company],
      [PHONE, phone],
      [EMAIL, email],
      [NOTE, note],
    ];
    return {
      title: { en: `${askerName} has met somebody of yours`, zh: `${askerName}遇到了你负责的客户` }[locale],
      tone: 'info',
      body: [
        {
          type: 'text',
          text: {
            en: `${askerName} was about to enter this and asks you how to go on. Please answer ${askerName} directly.`,
            zh: `${askerName}正要录入以下信息，想请你确认如何处理，请直接回复${askerName}。`,
          }[locale],
        },
        { type: 'facts', facts: factsOf(facts, locale) },
        ...(match?.id
          ? [{ type: 'actions' as const, buttons: [openParty({ entity: match.entity, id: match.id }, locale)] }]
          : []),
      ],
    };
  },
});
