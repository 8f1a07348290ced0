/** English follow-ups the frames were made with; the form is that of `written`. */
export const englishFollowUps: readonly (readonly [sentence: string, expected: string])[] = [
  [
    'Visited Acme today, Wang is basically happy with the quote, sending the contract next Wednesday',
    'follow-up.log|customer=Acme Corporation|kind=visit|on=2026-05-13|nextStep=send the contract|nextOn=2026-05-20',
  ],
  ['visited acme today', 'follow-up.log|customer=Acme Corporation|kind=visit|on=2026-05-13'],
  ['Visited Globex yesterday', 'follow-up.log|customer=Globex Corporation|kind=visit|on=2026-05-12'],
  [
    'Yesterday I visited Globex, they asked for references',
    'follow-up.log|customer=Globex Corporation|kind=visit|on=2026-05-12',
  ],
  ['I stopped by Northwind this morning', 'follow-up.log|customer=Northwind Traders|kind=visit|on=2026-05-13'],
  [
    'Went to Stark Industries last Friday, toured the plant',
    'follow-up.log|customer=Stark Industries|kind=visit|on=2026-05-08',
  ],
  ['Called Acme, no answer', 'follow-up.log|customer=Acme Corporation|kind=call'],
  [
    'Called Acme today, they need two more days. Will call again on Friday',
    'follow-up.log|customer=Acme Corporation|kind=call|on=2026-05-13|nextStep=call again|nextOn=2026-05-15',
  ],
  [
    'Just got off the phone with Initech, budget approved',
    'follow-up.log|customer=Initech LLC|kind=call|on=2026-05-13',
  ],
  [
    'Had a call with Globex yesterday about pricing',
    'follow-up.log|customer=Globex Corporation|kind=call|on=2026-05-12',
  ],
  ['Spoke with the buyer at Initech, they will decide next week', 'follow-up.log|customer=Initech LLC|kind=call'],
  [
    'Talked to Northwind, sending samples on Monday',
    'follow-up.log|customer=Northwind Traders|kind=call|nextStep=send samples|nextOn=2026-05-18',
  ],
  [
    'Met with Globex today, CFO is fine with pricing, contract goes out next Wednesday',
    'follow-up.log|customer=Globex Corporation|kind=meeting|on=2026-05-13|nextStep=contract goes out|nextOn=2026-05-20',
  ],
  [
    'Met Acme on Monday and will send the proposal on Friday',
    'follow-up.log|customer=Acme Corporation|kind=meeting|on=2026-05-11|nextStep=send the proposal|nextOn=2026-05-15',
  ],
  ['Had lunch with Stark Industries, good vibes', 'follow-up.log|customer=Stark Industries|kind=meeting'],
  [
    'Had a 30 min zoom with Initech this morning; next step send SOW by Friday',
    'follow-up.log|customer=Initech LLC|kind=meeting|on=2026-05-13|nextStep=send SOW|nextOn=2026-05-15',
  ],
  [
    'Demoed to Northwind yesterday, follow up in two weeks',
    'follow-up.log|customer=Northwind Traders|kind=meeting|on=2026-05-12|nextStep=follow up|nextOn=2026-05-27',
  ],
  [
    'Emailed Northwind about the renewal yesterday',
    'follow-up.log|customer=Northwind Traders|kind=email|on=2026-05-12',
  ],
  [
    'Sent Acme an email with the new quote, will follow up next Tuesday',
    'follow-up.log|customer=Acme Corporation|kind=email|nextStep=follow up|nextOn=2026-05-19',
  ],
  ['Messaged Globex on WeChat, waiting for reply', 'follow-up.log|customer=Globex Corporation|kind=message'],
  ['Texted the buyer at Acme', 'follow-up.log|customer=Acme Corporation|kind=message'],
  [
    'log a call with Acme: they want a demo next Tuesday',
    'follow-up.log|customer=Acme Corporation|kind=call|nextStep=demo|nextOn=2026-05-19',
  ],
  ['Log a visit to Globex', 'follow-up.log|customer=Globex Corporation|kind=visit'],
  ['log a meeting with Initech yesterday', 'follow-up.log|customer=Initech LLC|kind=meeting|on=2026-05-12'],
  ['note on Acme: budget frozen until Q3', 'follow-up.log|customer=Acme Corporation|kind=note'],
  ['Note for Stark Industries: champion left', 'follow-up.log|customer=Stark Industries|kind=note'],
  ['add a note to Globex: prefers email', 'follow-up.log|customer=Globex Corporation|kind=email'],
  ['Followed up with Acme by phone, they are reviewing', 'follow-up.log|customer=Acme Corporation|kind=call'],
  ['Followed up with Acme, nothing new', 'follow-up.log|customer=Acme Corporation|kind=note'],
  [
    "Visited Acme Corp.'s office today. We'll schedule a demo next week",
    'follow-up.log|customer=Acme Corporation|kind=visit|on=2026-05-13|nextStep=schedule a demo|nextOn=2026-05-22',
  ],
  [
    'visited Acme and Globex today',
    'follow-up.log|customer=Acme Corporation|kind=visit|on=2026-05-13 + follow-up.log|customer=Globex Corporation|kind=visit|on=2026-05-13',
  ],
  ['Had a great meeting with Acme, they love the product', 'follow-up.log|customer=Acme Corporation|kind=meeting'],
  [
    'Met Jane from Acme this afternoon, need to send her the price list by tomorrow',
    'follow-up.log|customer=Acme Corporation|kind=meeting|on=2026-05-13|nextStep=send her the price list|nextOn=2026-05-14',
  ],
  [
    'On Monday I called Initech, they are comparing vendors',
    'follow-up.log|customer=Initech LLC|kind=call|on=2026-05-11',
  ],
  ['Three days ago I visited Stark Industries', 'follow-up.log|customer=Stark Industries|kind=visit|on=2026-05-10'],
  ['Visited Cyberdyne today, great fit', 'follow-up.log|customer=Cyberdyne|kind=visit|on=2026-05-13'],
  ['caught up with Globex over coffee yesterday', 'follow-up.log|customer=Globex Corporation|kind=call|on=2026-05-12'],
  [
    'Spoke to Globex on May 8, meeting again on May 21 at 3pm',
    'follow-up.log|customer=Globex Corporation|kind=call|on=2026-05-08|nextStep=meet again|nextOn=2026-05-21|nextAt=15:00',
  ],
  ['visited huaxing today', 'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-13'],
  [
    'Visited Acme today and move the deal to negotiation',
    'follow-up.log|customer=Acme Corporation|kind=visit|on=2026-05-13 + opportunity.advance|opportunity=Acme Corporation|stage=negotiation',
  ],
  [
    'Called Globex today, remind me to send the quote on Friday',
    'follow-up.log|customer=Globex Corporation|kind=call|on=2026-05-13 + task.add|customer=Globex Corporation|title=send the quote|due=2026-05-15',
  ],
  ['Got a reply from Globex, they accept', 'follow-up.log|customer=Globex Corporation|kind=note'],
  [
    'Had coffee with John from Acme yesterday and he wants a proposal by next Friday',
    'follow-up.log|customer=Acme Corporation|kind=meeting|on=2026-05-12|nextStep=proposal|nextOn=2026-05-22',
  ],
  ['change the last one to a call', 'follow-up.change|kind=call'],
  ['set the last follow-up to meeting', 'follow-up.change|kind=meeting'],
  ['the last one was yesterday', 'follow-up.change|on=2026-05-12'],
  ['change the last follow-up to hesitant', 'follow-up.change|mood=hesitant'],
  ['change the Acme follow-up to a visit', 'follow-up.change|customer=Acme Corporation|kind=visit'],
  ['the customer was not very happy', 'follow-up.change|mood=dissatisfied'],
  ['check in at Acme', 'visit.check-in|party=Acme Corporation'],
  ['checked in at Acme', 'visit.check-in|party=Acme Corporation'],
  ["I'm at Acme", 'visit.check-in|party=Acme Corporation'],
  ["I'm at Acme, 12 Dock Road", 'visit.check-in|party=Acme Corporation|address=12 Dock Road'],
  ["I'm at Acme's office", 'visit.check-in|party=Acme Corporation'],
  ['just arrived at Acme', 'visit.check-in|party=Acme Corporation'],
  ['checked in at Acme on Monday', 'visit.check-in|party=Acme Corporation|on=2026-05-11'],
  ['check in at Acme, 12 Main Street', 'visit.check-in|party=Acme Corporation|address=12 Main Street'],
  ['who checked in today', 'visit.list|on=2026-05-13'],
  ['that was another visit', 'visit.part'],
  ['it was a different visit', 'visit.part'],
  ['no, they were two separate visits', 'visit.part'],
  ['check-ins yesterday', 'visit.list|on=2026-05-12'],
  [
    'visited Acme yesterday at 3pm, they like the offer',
    'follow-up.log|customer=Acme Corporation|kind=visit|on=2026-05-12|at=15:00',
  ],
];

/** Nobody was there, as far as one can tell: a day that comes as well as it went, and what is asked from afar. */
export const noCheckIns: readonly string[] = [
  '周五在华星电子',
  '周五签到华星电子',
  '5月30日在华星电子',
  "I'm at Acme Friday",
  "we're at Acme this Friday",
  'check in with Acme on Friday',
  'check in with Acme about the quote',
  'checked in with Acme to see whether they got it',
  'check in at Acme later',
];
