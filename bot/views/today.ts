import type { Text } from '../../core/text.ts';
import { isClear, type SectionName, type Today } from '../../core/today/today.ts';
import type { Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import type { Viewer } from './format.ts';
import { placeIn } from './page.ts';
import { moreNodes, SECTION_NAMES, sectionRecords, sectionTitle, todaySections } from './today-sections.ts';
import { MY_DAY } from './words.ts';

const ADD_TASK: Text = { en: 'Add a task', zh: '新建任务' };

/** The whole day; `none` is the section that was asked for and is empty. */
export function todayCard(today: Today, viewer: Viewer, { none }: { none?: SectionName } = {}): Card {
  const { locale } = viewer;
  const name = none && SECTION_NAMES[none];
  const nothing: CardNode[] = name
    ? [{ type: 'text', text: { en: `${name.en}: nothing.`, zh: `${name.zh}：没有。` }[locale], muted: true }]
    : [];
  return isClear(today)
    ? clearDay(viewer)
    : {
        title: MY_DAY[locale],
        body: [
          ...nothing,
          ...todaySections(today, 'today', viewer),
          { type: 'actions', buttons: [press(ADD_TASK, locale, 'task.add', {})] },
        ],
      };
}

function clearDay({ locale }: Viewer): Card {
  const text: Text = {
    en: 'Nothing is due, overdue or waiting for you. A good moment to call somebody you have not spoken with lately.',
    zh: '没有到期、逾期或等待你处理的事项。可以联系一位最近没跟进的客户。',
  };
  return {
    title: { en: 'A clear day', zh: '今天没有待办' }[locale],
    tone: 'good',
    body: [
      { type: 'text', text: text[locale], muted: true },
      {
        type: 'actions',
        buttons: [
          press({ en: 'My deals', zh: '我的商机' }, locale, 'opportunity.list', {}),
          press(ADD_TASK, locale, 'task.add', {}),
        ],
      },
    ],
  };
}

/** One section on pages of its own. */
export function sectionCard(
  today: Today,
  { only, from = 0 }: { only: SectionName; from?: number | undefined },
  viewer: Viewer,
): Card {
  const { lines, total } = today[only];
  const rest = moreNodes(only, { total, shown: from + lines.length, isPage: true, here: true }, viewer);
  return {
    title: sectionTitle(only, total, viewer),
    body: [
      { type: 'records', records: sectionRecords(today, only, placeIn(only, from), viewer) },
      ...rest,
      { type: 'actions', buttons: [press(MY_DAY, viewer.locale, 'today.show', { here: true })] },
    ],
  };
}
