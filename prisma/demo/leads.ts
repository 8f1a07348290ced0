import { type Calendar, clock } from './calendar.ts';
import type { Account } from './companies.ts';
import { contactId, type Names, type PhoneBook, phoneBook } from './customers.ts';
import { ENQUIRIES_EN, ENQUIRIES_ZH, type Enquiry, FIRST_WORDS } from './enquiries.ts';
import { type Language, type Login, languageOf, userId } from './people.ts';
import { demoId, dice, nth, type Random } from './random.ts';
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

/** Where those of China are, in turn: what the reps cover, and beyond. */
const PLACES = ['上海', '天津', '宁波', '石家庄', '苏州', '西安', '杭州'] as const;

const CAME_BY = ['website', 'exhibition', 'referral', 'ad', 'website', 'referral'] as const;

/** What a company's account came from, the same for the lead it began as. */
export const cameBy = (serial: number) => nth(CAME_BY, serial);

export function leadRows(accounts: readonly Account[], calendar: Calendar, names: Names) {
  const phones = phoneBook(500);
  const all = [
    ...ENQUIRIES_ZH.map((enquiry) => ({ enquiry, language: 'zh' as const })),
    ...ENQUIRIES_EN.map((enquiry) => ({ enquiry, language: 'en' as const })),
  ];
  const open = all.map(({ enquiry, language }, serial) =>
    openLead(enquiry, language, serial, { calendar, phones, names }),
  );
  const converted = accounts.flatMap((account, serial) => convertedLead(account, serial, calendar, names));
  return {
    leads: [...open.map(({ lead }) => lead), ...converted],
    lead_keys: open.flatMap(({ lead }) => keysOf(lead, names)),
    taggings: taggingRows(open.map(({ lead }) => lead)),
    enquiries: enquiryRows(
      open.map(({ lead }) => lead),
      calendar,
    ),
    tasks: open.flatMap(({ task }) => task ?? []),
  };
}

type Tools = { calendar: Calendar; phones: PhoneBook; names: Names };

function openLead(enquiry: Enquiry, language: Language, serial: number, { calendar, phones, names }: Tools) {
  const random = dice(`lead ${serial}`);
  const { contact, company, source, note, region = '', asks } = enquiry;
  const fate = nth(FATES, serial);
  const owner = fate === 'pool' ? null : nth(OWNERS[language], serial);
  const age = fate === 'new' ? nth(FRESH, Math.floor(serial / 5)) : random.whole(fate === 'pool' ? 3 : 6, 90);
  const day = calendar.addDays(calendar.today, -age);
  const minute = random.whole(9 * 60, 16 * 60);
  const lead = {
    id: demoId('lead', serial),
    contact_name: contact,
    company,
    company_key: names.nameKey(company),
    phone: phones.next({ region }),
    email: language === 'en' ? mailOf(enquiry) : null,
    source_key: source,
    status: STATUS[fate],
    note,
    region: region || nth(PLACES, serial),
    product_ids: asks === undefined ? [] : [demoId('product', asks)],
    owner_id: owner && userId(owner),
    customer_id: null as string | null,
    opportunity_id: null as string | null,
    created_by: userId(source === 'cold_call' || source === 'referral' ? (owner ?? 'admin') : 'admin'),
    created_at: calendar.at(day, minute),
    last_enquiry_at: fate === 'new' && serial % 2 === 0 ? calendar.at(calendar.addDays(calendar.today, -1), 990) : null,
    first_response_at: null as string | null,
    converted_at: null as string | null,
  };
  if (!owner) return { lead };
  const answeredAt = fate === 'new' ? null : answer({ day, minute, isLate: fate.startsWith('late') }, calendar, random);
  const task: TaskRow = {
    id: demoId('task', `lead/${serial}`),
    title: language === 'zh' ? `首次联系${contact}` : `First call to ${contact}`,
    owner_id: userId(owner),
    created_by: userId(owner),
    customer_id: null,
    opportunity_id: null,
    lead_id: lead.id,
    follow_up_id: null,
    due_on: fate === 'new' && age <= 2 ? calendar.today : day,
    due_time: fate === 'new' ? null : clock(minute + 120),
    remind_at: null,
    done_at: answeredAt,
    created_at: lead.created_at,
  };
  return { lead: { ...lead, first_response_at: answeredAt }, task };
}

/** When an enquiry was first answered: within two hours, or some days later. */
function answer({ day, minute, isLate }: Came, calendar: Calendar, random: Random): string {
  return isLate
    ? calendar.at(calendar.addDays(day, random.whole(1, 3)), random.whole(9 * 60, 18 * 60))
    : calendar.at(day, minute + random.whole(8, 115));
}

type Came = { day: string; minute: number; isLate: boolean };

function mailOf({ contact, company }: Enquiry): string {
  return `${contact.toLowerCase().replaceAll(' ', '.')}@${company.toLowerCase().replaceAll(' ', '')}.example`;
}

/** The lead a customer began as. */
function convertedLead({ company, converted, id, since }: Account, serial: number, calendar: Calendar, names: Names) {
  const [person] = company.contacts;
  if (!converted || !person) return [];
  const random = dice(contactId(company, 0));
  const language = languageOf(converted.owner);
  const source = cameBy(serial);
  const day = calendar.workday(-since - random.whole(1, 6));
  const minute = random.whole(9 * 60, 18 * 60);
  return [
    {
      id: demoId('lead', company.domain),
      contact_name: person.name,
      company: company.name,
      company_key: names.nameKey(company.name),
      phone: null,
      email: `${person.mail}@${company.domain}.example`,
      source_key: source,
      status: 'converted',
      note: nth(FIRST_WORDS[language], serial),
      region: company.region,
      product_ids: [],
      owner_id: userId(converted.owner),
      customer_id: id,
      opportunity_id: converted.id,
      created_by: userId('admin'),
      created_at: calendar.at(day, minute),
      last_enquiry_at: null,
      first_response_at: calendar.at(day, minute + random.whole(10, 170)),
      converted_at: calendar.at(calendar.workday(-since), 9 * 60),
    },
  ];
}

type OpenLead = ReturnType<typeof openLead>['lead'];

/** What a sentence finds a lead by. */
function keysOf({ id, contact_name, company }: OpenLead, { nameKeys, personKeys }: Names) {
  const keys = new Set([...personKeys(contact_name), ...nameKeys(company)]);
  return Array.from(keys, (key) => ({ id: demoId('name key', `${id}/${key}`), entity: 'lead', record_id: id, key }));
}

/** The tags every company starts with. */
const TAGS = ['2201', '2202', '2203'].map((end) => `00000000-0000-7000-8000-00000000${end}`);

function taggingRows(leads: readonly OpenLead[]) {
  return leads
    .filter(({ status }, serial) => status !== 'dropped' && serial % 3 === 0)
    .map(({ id, created_by, created_at }, serial) => ({
      id: demoId('tagging', serial),
      tag_id: nth(TAGS, serial),
      lead_id: id,
      customer_id: null,
      created_by,
      created_at,
    }));
}

/** Those who asked a second time and wait. */
function enquiryRows(leads: readonly OpenLead[], calendar: Calendar) {
  return leads.flatMap(({ id, last_enquiry_at, created_by, email }, serial) =>
    last_enquiry_at
      ? [
          {
            id: demoId('enquiry', serial),
            lead_id: id,
            source_key: 'website',
            note: email ? 'Asked again for a price.' : '又来问了一次价格。',
            created_by,
            created_at: calendar.at(calendar.addDays(calendar.today, -1), 990),
          },
        ]
      : [],
  );
}
