import { type Chat, openChat } from './chat.ts';
import { moveClock } from './clock.ts';
import { type Company, openCompany } from './company.ts';

/** A Chinese and an English seller, each with a customer of his own, on a Wednesday at half past ten in Shanghai. */
export type TwoBooks = {
  company: Company;
  talk: ReturnType<typeof openChat>;
  li: Chat;
  jim: Chat;
  close(): Promise<void>;
};

export async function openTwoBooks(): Promise<TwoBooks> {
  const company = await openCompany();
  await moveClock(company.database, new Date('2026-05-13T02:30:30Z'));
  const talk = openChat(company);
  const [li, jim] = [talk.as('li'), talk.as('jim')];
  await li.types('新客户 华星电子有限公司 --联系人 王总');
  await jim.types('customer add "Acme Manufacturing Ltd" --contact Wang');
  return {
    company,
    talk,
    li,
    jim,
    async close() {
      await talk.close();
      await company.close();
    },
  };
}
