import { z } from 'zod';
import { timeIn } from '../../core/days.ts';
import { checkIn } from '../../core/visits/check-in.ts';
import { findCheckIns } from '../../core/visits/find-check-ins.ts';
import { keepPlace } from '../../core/visits/keep-place.ts';
import { partVisit } from '../../core/visits/part-visit.ts';
import { placeCheckIn } from '../../core/visits/place-check-in.ts';
import { CHECKED_IN } from '../../core/visits/same-visit.ts';
import { awaitFile } from '../awaited-file.ts';
import { defineCommand, EVERYBODY, SELLERS } from '../command.ts';
import { fileField, hiddenId, pastDayField, recordField, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { happenedAtField, happenedField, happenedOnField, nextStepFields } from '../fields/follow-up.ts';
import { spotField } from '../fields/spot.ts';
import { visitPartedCard } from '../views/follow-up.ts';
import { viewer } from '../views/viewer.ts';
import { checkInCard, checkInsCard, placeKeptCard } from '../views/visit.ts';

const PHOTO = { en: 'Photo', zh: '照片' };
const addressField = (options: { positional?: boolean } = {}) => textField({ en: 'Address', zh: '地址' }, options);

export const visitCheckIn = defineCommand({
  name: 'visit.check-in',
  words: { en: ['check-in', 'check in', 'checkin'], zh: ['签到', '拜访签到', '打卡'] },
  summary: { en: 'Check in at a customer or lead', zh: '拜访签到' },
  submit: { en: 'Check in', zh: '签到' },
  examples: {
    en: ['check-in Acme', 'check-in Acme "12 Main Street"', 'check-in Mary'],
    zh: ['签到 华星电子', '签到 华星电子 科技园南路8号 --情况 与王总看样品', '签到 王建国'],
  },
  effect: 'log',
  allow: EVERYBODY,
  input: z.strictObject({
    party: recordField('party', { en: 'Customer or lead', zh: '客户或线索' }, { positional: true }),
    address: optional(addressField({ positional: true })),
    note: optional(happenedField()),
    on: optional(happenedOnField()),
    at: optional(happenedAtField()),
    photo: optional(fileField(PHOTO)),
    ...nextStepFields(),
    spot: optional(spotField()),
  }),
  async run(core, { party, note = CHECKED_IN[core.actor.locale], photo: received, ...input }) {
    const checkedIn = await checkIn(core, { partyId: party, note, received, ...input });
    const { id, subject, checkIn: where, standsSince } = checkedIn;
    if (!where?.spot) {
      await awaitFile(core, { command: 'visit.place', input: { followUp: id }, field: 'photo' });
    }
    const title = standsSince
      ? {
          en: `You checked in at ${timeIn(standsSince, core.actor.timeZone)}: ${subject.name}`,
          zh: `${timeIn(standsSince, core.actor.timeZone)} 已签到过：${subject.name}`,
        }
      : { en: `Checked in: ${subject.name}`, zh: `已签到：${subject.name}` };
    return { kind: 'card', card: checkInCard(checkedIn, title, viewer(core)) };
  },
});

export const visitPlace = defineCommand({
  name: 'visit.place',
  words: { en: ['check-in place', 'check-in add'], zh: ['签到 补充', '补充签到'] },
  summary: { en: 'Add to a check-in', zh: '补充签到信息' },
  submit: { en: 'Add to check-in', zh: '补充' },
  examples: { en: ['check-in place --address "12 Main Street"'], zh: ['签到 补充 --地址 科技园南路8号'] },
  effect: 'log',
  allow: EVERYBODY,
  asksWhenEmpty: true,
  input: z.strictObject({
    address: optional(addressField()),
    photo: optional(fileField(PHOTO)),
    spot: optional(spotField()),
    /** The last one where nothing is said. */
    followUp: optional(hiddenId()),
  }),
  async run(core, { followUp, photo: received, ...told }) {
    const placed = await placeCheckIn(core, { which: followUp, received, ...told });
    const { name } = placed.subject;
    const title = { en: `Added to the check-in: ${name}`, zh: `已补充签到：${name}` };
    return { kind: 'card', card: checkInCard(placed, title, viewer(core)) };
  },
});

export const visitPart = defineCommand({
  name: 'visit.part',
  words: { en: ['another visit', 'visit part'], zh: ['另一次拜访', '拜访 拆开'] },
  summary: { en: 'Make it another visit', zh: '记为另一次拜访' },
  examples: { en: ['another visit'], zh: ['另一次拜访'] },
  effect: 'log',
  allow: EVERYBODY,
  isInternal: true,
  input: z.strictObject({
    /** The last one that was added to where nothing is said. */
    followUp: optional(hiddenId()),
  }),
  async run(core, { followUp: which }) {
    const parted = await partVisit(core, { which });
    return { kind: 'card', card: visitPartedCard(parted, viewer(core)) };
  },
});

export const visitKeepPlace = defineCommand({
  name: 'visit.keep-place',
  words: { en: ['keep place', 'check-in keep'], zh: ['记为客户位置', '签到 记位置'] },
  summary: { en: 'Keep their place', zh: '记为客户位置' },
  examples: { en: ['keep place'], zh: ['记为客户位置'] },
  effect: 'log',
  allow: SELLERS,
  isInternal: true,
  input: z.strictObject({
    /** Of his last check-in where nothing is said. */
    followUp: optional(hiddenId()),
  }),
  async run(core, { followUp: which }) {
    const kept = await keepPlace(core, { which });
    return { kind: 'card', card: placeKeptCard(kept, viewer(core)) };
  },
});

export const visitList = defineCommand({
  name: 'visit.list',
  words: { en: ['check-ins', 'check-in list'], zh: ['签到记录', '签到 列表'] },
  summary: { en: 'Check-ins of a day', zh: '查看签到记录' },
  examples: { en: ['check-ins', 'check-ins yesterday'], zh: ['签到记录', '签到记录 昨天'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    on: optional(pastDayField({ en: 'On', zh: '日期' }, { positional: true })),
    person: optional(recordField('person', { en: 'Person', zh: '人员' })),
  }),
  async run(core, { on = core.today, person: personId }) {
    const lines = await findCheckIns(core, { on, personId });
    return { kind: 'card', card: checkInsCard(lines, on, viewer(core)) };
  },
});
