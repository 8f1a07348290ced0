import { en } from './frame.ts';

export const WIN_RATE = new RegExp(
  `赢单率|赢率|胜率|成交率|成单率|签单率|${en('(?:win|close|closing|closed|success|hit)[- ](?:rate|ratio|percentage)')}`,
  'iu',
);
export const AVERAGE = new RegExp(
  `平均(?:每单|每个)?(?:客?单价|商机金额|单子?金额|金额)?|客单价|均价|${en('(?:average|avg|mean)(?: (?:deal|order|contract|opportunity))?(?: (?:size|value|amount))?(?: of)?')}`,
  'iu',
);
export const CYCLE = new RegExp(
  `(?:平均)?(?:的)?(?:成交|销售|签单|赢单)周期(?:是)?(?:多少天|多久|多长时间?)?|${en(
    '(?:average )?(?:sales|deal) cycle(?: length| time)?|how long does it take(?: us| me| them)? to (?:close|win)(?: a deal| deals)?|(?:average )?(?:time|days) to close',
  )}`,
  'iu',
);
/** Deals are won, tickets are seen to. */
export const HANDLING = new RegExp(
  `(?:平均)?(?:工单|投诉|报修)?的?(?:平均)?(?:处理|解决)(?:天数|时长|时间|周期|要多久|要多长时间)|${en(
    '(?:average |mean )?(?:handling|resolution) times?|(?:average |mean )?(?:time|days) to (?:resolve|solve|handle)(?: a)?',
  )}`,
  'iu',
);
export const CONVERSION = new RegExp(
  `(?:[到至转](?:化)?[为成到至]?(?:赢单|成交|签单|签约)的?)?转化率|${en('conversion(?: rate)?|convert(?:ed|ing)? rate')}`,
  'iu',
);
/** How soon leads are answered, and how many of them in time (R6). */
export const IN_TIME_RATE = new RegExp(
  `响应(?:的)?(?:及时|达标|按时)率|(?:及时|按时)响应率|${en('sla rate|(?:share|part|percentage) (?:of leads )?(?:answered )?(?:in time|within (?:the )?sla)|how many leads (?:do|did) (?:we|i|they) answer in time')}`,
  'iu',
);
export const DONE_RATE = new RegExp(
  `(?:任务|待办)的?(?:完成|达成)率|(?<=(?:任务|待办).{0,12})(?:完成|达成)率|${en('(?:task )?completion rate(?: of (?:the |my |our )?tasks)?')}`,
  'iu',
);
export const RESPONSE_TIME = new RegExp(
  `(?:平均)?(?:的)?(?:首次)?(?:响应|回复)(?:的)?(?:时间|时长|速度)(?:是)?(?:多少|多久|多长)?|${en('(?:average |mean )?(?:first )?response times?|how (?:fast|soon|quickly) (?:do|did|are) (?:we|they) (?:answer(?:ing)?|respond(?:ing)?(?: to)?)(?: leads| enquiries)?')}`,
  'iu',
);
export const WEIGHTED = new RegExp(`加权|预测|${en('weighted|forecast(?:ed)?|probability[- ]weighted')}`, 'iu');
