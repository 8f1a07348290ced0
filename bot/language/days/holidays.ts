/** Feasts and days off by their names: in which year they fall when, and how long they last, is for the calendar of the place. */
const ZH =
  '(?:(?:(?:五一|国庆|春节|中秋|端午|清明|元旦|元宵)(?:节|长假|小长假|假期)?(?:之前|之后|以前|以后|前后|前|后|期间|当天|那天|那周|回来|上班|过后|一过)|(?<!二|三)十一(?:长假|假期|期间|黄金周))(?!的|放假|安排)|(?:(?:劳动|国庆|中秋|端午|清明|元宵)节|春节|元旦)(?=去|拜访|走访|上门|回访|跟进|联系|约|给|打电话|见|再))';
/** The Christmas orders are a thing to sell, not a day. */
const THING =
  '(?! (?:orders?|catalogue?s?|displays?|campaigns?|gifts?|cards?|part(?:y|ies)|promotions?|promos?|sales?|stock|hampers?|dinner|lunch|quotes?|range|deals?|project|event|eggs?|menu|offers?)(?![a-z]))';
const EN = `(?<![a-z])(?:right after|before|after|by|on|around|until|over|during) (?:the )?(?:memorial day|labou?r day|thanksgiving|christmas(?: eve| day)?|xmas|easter|new year(?:'s)?(?: eve| day)?|chinese new year|lunar new year|spring festival|independence day|veterans day|good friday|boxing day|national day|golden week|black friday|bank holiday|the holidays|holidays)(?: weekend)?(?![a-z])${THING}`;

const HOLIDAY = new RegExp(`${ZH}|${EN}`, 'iu');

/** A holiday as it was said, with what stands to it: 国庆前, after Memorial Day; by itself it may name what is sold for it. */
export const holidayIn = (text: string): string | undefined => HOLIDAY.exec(text)?.[0].trim();
