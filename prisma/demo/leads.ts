import { type Calendar, clock } from './calendar.ts';
import type { Account } from './companies.ts';
import { contactId, type PhoneBook, phoneBook } from './customers.ts';
import { ENQUIRIES_EN, ENQUIRIES_ZH, type Enquiry, FIRST_WORDS, SOURCES } from './enquiries.ts';
import { type Language, type Login, languageOf, userId } from './people.ts';
import { demoId, dice, nth } from './random.ts';
import type { TaskRow } from './tasks.ts';

/** What became of the enquiries, in turn: `late` ones were first answered a day or more after they came in. */
const FATES = [
  'pool',
  'working',
  'late',
  'dropped',
  'new',
  'working',
  'pool',
  'late dropped',
  'working',
  'new',
  'pool',
  'working',
] as const;

const STATUS: Readonly<Record<(typeof FATES)[number], string>> = {
  pool: 'new',
  new: 'new',
  working: 'working',
  late: 'working',
  dropped: 'dropped',
  'late dropped': 'dropped',
};

/** Days since the enquiries came in that nobody has answered yet. */
const FRESH: readonly number[] = [1, 2, 1, 6, 1];

const OWNERS: Readonly<Record<Language, readonly Login[]>> = {
  zh: ['li.lei', 'han.meimei'],
  en: ['jim.green', 'lucy.king'],
};

const CAME_BY = ['website', 'exhibition', 'referral', 'ad', 'website', 'referral'] as const;

export function leadRows(accounts: readonly Account[], calendar: Calendar) {
  const phones = phoneBook(500);
  const all = [
    ...ENQUIRIES_ZH.map((enquiry) => ({ enquiry, language: 'zh' as const })),
    ...ENQUIRIES_EN.map((enquiry) => ({ enquiry, language: 'en' as const })),
  ];
  const open = all.map(({ enquiry, language }, serial) => openLead(enquiry, language, serial, calendar, phones));
  const converted = accounts.flatMap((account, serial) => convertedLead(account, serial, calendar));
  return { leads: [...open.map(({ lead }) => lead), ...converted], tasks: open.flatMap(({ task }) => task ?? []) };
}

function openLead(enquiry: Enquiry, language: Language, serial: number, calendar: Calendar, phones: PhoneBook) {
  const random = dice(`lead ${serial}`);
  const { contact, company, source, note, region = '' } = enquiry;
  const fate = nth(FATES, serial);
  const owner = fate === 'pool' ? null : nth(OWNERS[language], serial);
  const age = fate === 'new' ? nth(FRESH, Math.floor(serial / 5)) : random.whole(fate === 'pool' ? 3 : 6, 90);
  const day = calendar.addDays(calendar.today, -age);
  const minute = random.whole(9 * 60, 16 * 60);
  const lead = {
    id: demoId('lead', serial),
    contact_name: contact,
    company,
    phone: phones.next({ region }),
    email: language === 'en' ? mailOf(enquiry) : null,
    source: SOURCES[language][source],
    status: STATUS[fate],
    note,
    owner_id: owner && userId(owner),
    customer_id: null as string | null,
    opportunity_id: null as string | null,
    created_by: userId(source === 'cold_call' || source === 'referral' ? (owner ?? 'admin') : 'admin'),
    created_at: calendar.at(day, minute),
  };
  if (!owner) return { lead };
  const answeredOn = fate.startsWith('late') ? calendar.addDays(day, random.whole(1, 3)) : day;
  const answer = {
    day: answeredOn,
    minute: answeredOn === day ? minute + random.whole(8, 115) : random.whole(540, 1080),
  };
  const task: TaskRow = {
    id: demoId('task', `lead/${serial}`),
    title: language === 'zh' ? `首次联系${contact}（${company}）` : `First call to ${contact}, ${company}`,
    owner_id: userId(owner),
    created_by: userId(owner),
    customer_id: null,
    opportunity_id: null,
    lead_id: lead.id,
    follow_up_id: null,
    due_on: fate === 'new' && age <= 2 ? calendar.today : day,
    due_time: fate === 'new' ? null : clock(minute + 120),
    remind_at: null,
    done_at: fate === 'new' ? null : calendar.at(answer.day, answer.minute),
    created_at: lead.created_at,
  };
  return { lead, task };
}

function mailOf({ contact, company }: Enquiry): string {
  return `${contact.toLowerCase().replaceAll(' ', '.')}@${company.toLowerCase().replaceAll(' ', '')}.example`;
}

/** The lead a customer began as. */
function convertedLead({ company, converted, id, since }: Account, serial: number, calendar: Calendar) {
  const [person] = company.contacts;
  if (!converted || !person) return [];
  const random = dice(contactId(company, 0));
  const language = languageOf(converted.owner);
  const source = nth(CAME_BY, serial);
  return [
    {
      id: demoId('lead', company.domain),
      contact_name: person.name,
      company: company.name,
      phone: null,
      email: `${person.mail}@${company.domain}.example`,
      source: SOURCES[language][source],
      status: 'converted',
      note: nth(FIRST_WORDS[language], serial),
      owner_id: userId(converted.owner),
      customer_id: id,
      opportunity_id: converted.id,
      created_by: userId('admin'),
      created_at: calendar.at(calendar.workday(-since - random.whole(1, 6)), random.whole(9 * 60, 18 * 60)),
    },
  ];
}
