import { dateText } from '../../core/day-words.ts';
import type { Day } from '../../core/days.ts';
import type { Answer, AnswerGroup } from '../../core/questions/answer.ts';
import { type Bucket, isBucket } from '../../core/questions/catalogue/buckets.ts';
import type { Text } from '../../core/text.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const NOTHING = '—';

/** What a group is called: what it shares, and a stretch of time as people name it. */
export function groupName(
  { question }: Pick<Answer, 'question'>,
  { keys, labels }: Pick<AnswerGroup, 'keys' | 'labels'>,
  today: Day,
): Text {
  const names = labels.map((label, at): Text => {
    const [key = '', dimension = ''] = [keys[at], question.groupBy[at]];
    return isBucket(dimension) && key !== '' ? bucketName(key, dimension, today) : label;
  });
  return {
    en: names.map(({ en }) => en || NOTHING).join(' · '),
    zh: names.map(({ zh }) => zh || NOTHING).join(' · '),
  };
}

/** Jul 2026, Q3 2026, from 5 Oct: `from` is its first day. */
function bucketName(from: Day, bucket: Bucket, today: Day): Text {
  const [year = '', month = ''] = from.split('-');
  const date = dateText(from, today);
  switch (bucket) {
    case 'day':
      return date;
    case 'week':
      return { en: `from ${date.en}`, zh: `${date.zh}起` };
    case 'month':
      return { en: `${MONTHS[Number(month) - 1]} ${year}`, zh: `${year}年${Number(month)}月` };
    case 'quarter': {
      const quarter = Math.ceil(Number(month) / 3);
      return { en: `Q${quarter} ${year}`, zh: `${year}年第${quarter}季度` };
    }
    case 'year':
      return { en: year, zh: `${year}年` };
  }
}
