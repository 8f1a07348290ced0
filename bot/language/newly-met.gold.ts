/** New customers and leads told with all that is known of them; the form is that of `written`, notes are told apart in `notedBeside`. */
export const newlyMet: readonly (readonly [sentence: string, expected: string])[] = [
  // Where a company is and what it deals in are neither somebody there nor a remark.
  [
    'new customer Vertex Pumps, Leeds, contact Jane Roe, +44 7700 900123, pumps',
    'customer.add|contact=Jane Roe|industry=pumps|name=Vertex Pumps|phone=+44 7700 900123|region=Leeds',
  ],
  ['new customer Vertex Pumps, Boston', 'customer.add|name=Vertex Pumps|region=Boston'],
  ['new customer "Brook Dairy", Leeds', 'customer.add|name=Brook Dairy|region=Leeds'],
  [
    '新客户 海尔，青岛的，家电，张经理 13900001234',
    'customer.add|contact=张经理|industry=家电|name=海尔|phone=13900001234|region=青岛',
  ],
  [
    '客户 中车四方 青岛 轨道交通 联系人 王工 13900001239',
    'customer.add|contact=王工|industry=轨道交通|name=中车四方|phone=13900001239|region=青岛',
  ],
  [
    'new lead Karen Mills, Baltic Foods, +44 7700 900124, website',
    'lead.add|company=Baltic Foods|contact=Karen Mills|phone=+44 7700 900124|source=website',
  ],
  ['new lead Ngozi Eze, Harrow Creek Mining', 'lead.add|company=Harrow Creek Mining|contact=Ngozi Eze'],
  ['new lead peter wang, acme mfg, acme@x.com', 'lead.add|company=Acme Mfg|contact=Peter Wang|email=acme@x.com'],
  [
    'new lead: boston scientific, mark reed, mark@bsci.example',
    'lead.add|company=Boston Scientific|contact=Mark Reed|email=mark@bsci.example',
  ],
  [
    'new lead jane doe, vertex, jane@vertex.example',
    'lead.add|company=Vertex|contact=Jane Doe|email=jane@vertex.example',
  ],
  [
    'add lead "Call Center Pro" Ann Lee +44 7700 900129',
    'lead.add|company=Call Center Pro|contact=Ann Lee|phone=+44 7700 900129',
  ],
  [
    'new lead Tom Baker, +44 7700 900130, came from google ads, wants a demo',
    'lead.add|contact=Tom Baker|phone=+44 7700 900130|source=google ads',
  ],
  [
    '新线索 郑大 13900001235 北京 汽车 官网',
    'lead.add|contact=郑大|industry=汽车|phone=13900001235|region=北京|source=官网',
  ],
  ['新线索 北京汽车 郑大 13900001235', 'lead.add|company=北京汽车|contact=郑大|phone=13900001235'],
  ['新线索 鼎沸餐饮 冉大勇 13900001237', 'lead.add|company=鼎沸餐饮|contact=冉大勇|phone=13900001237'],
  ['新线索 欧阳娜 星河纺织 13900001242', 'lead.add|company=星河纺织|contact=欧阳娜|phone=13900001242'],
  [
    'new customer Wayne Enterprises, contact Lucius Fox, lucius@wayne.example',
    'customer.add|contact=Lucius Fox|email=lucius@wayne.example|name=Wayne Enterprises',
  ],
  [
    'new customer: Riverside Mills, contact Dana Cole, dana@rm.example, 415-555-0134, wants to see gateways',
    'customer.add|contact=Dana Cole|email=dana@rm.example|name=Riverside Mills|phone=415-555-0134',
  ],
  [
    'create a customer called Soylent Foods, email info@soylent.example',
    'customer.add|email=info@soylent.example|name=Soylent Foods',
  ],
  [
    '新客户 无锡华光电气，联系人张经理，邮箱 zhang@huaguang.example',
    'customer.add|contact=张经理|email=zhang@huaguang.example|name=无锡华光电气',
  ],
  [
    '新建客户杭州星辰网络有限公司，联系人李工 li@xc.example 13800138000，想了解网关',
    'customer.add|contact=李工|email=li@xc.example|name=杭州星辰网络有限公司|phone=13800138000',
  ],
  ['新客户 周记 周杰 13800138000', 'customer.add|contact=周杰|name=周记|phone=13800138000'],
  [
    'new customer Bright Foods (Ann Lee, ann@bright.example)',
    'customer.add|contact=Ann Lee|email=ann@bright.example|name=Bright Foods',
  ],
  [
    'new lead Tony Hall, Hall Industries, tony@hall.example',
    'lead.add|company=Hall Industries|contact=Tony Hall|email=tony@hall.example',
  ],
  ['new lead Tom Ford, Ford Ltd, from webinar', 'lead.add|company=Ford Ltd|contact=Tom Ford|source=webinar'],
  ['new lead Ford Ltd, Tom Ford', 'lead.add|company=Ford Ltd|contact=Tom Ford'],
  [
    'new lead: Riverbend Foods, Sara Holt, 415-555-0134',
    'lead.add|company=Riverbend Foods|contact=Sara Holt|phone=415-555-0134',
  ],
  [
    'add a lead: Ian Holm, Blue Water Supplies, met at the expo',
    'lead.add|company=Blue Water Supplies|contact=Ian Holm|source=expo',
  ],
  ['add lead Mary Shelley (Frank Labs)', 'lead.add|company=Frank Labs|contact=Mary Shelley'],
  [
    'add lead Mary Shelley (Frank Labs, mary@frank.example)',
    'lead.add|company=Frank Labs|contact=Mary Shelley|email=mary@frank.example',
  ],
  ['新线索 赵敏（远景软件）13800138000', 'lead.add|company=远景软件|contact=赵敏|phone=13800138000'],
  ['新线索 深圳远景（集团）有限公司，赵敏', 'lead.add|company=深圳远景（集团）有限公司|contact=赵敏'],
  ['新线索 周杰（周记） 来自官网', 'lead.add|company=周记|contact=周杰|source=官网'],
  ['新线索：陈晨，来自展会，13800138000', 'lead.add|contact=陈晨|phone=13800138000|source=展会'],
];

/** What somebody new is after is kept as a note. */
export const notedBeside: readonly (readonly [sentence: string, note: string | undefined])[] = [
  ['new customer: Riverside Mills, contact Dana Cole, dana@rm.example, wants to see gateways', 'wants to see gateways'],
  ['新建客户杭州星辰网络有限公司，联系人李工 li@xc.example，想了解网关', '想了解网关'],
  ['new customer Wayne Enterprises, contact Lucius Fox, lucius@wayne.example', undefined],
  ['新线索 周杰 来自官网', undefined],
];

/** Which customer a lead becomes. */
export const leadCustomers: readonly (readonly [sentence: string, expected: string])[] = [
  ['把王建国转成客户，是另一家公司', 'lead.convert|lead=王建国|reason=是另一家公司'],
  ['王建国转成客户，不是同一家', 'lead.convert|lead=王建国|reason=不是同一家'],
  ['把王建国转成客户，只是总机号码一样', 'lead.convert|lead=王建国|reason=只是总机号码一样'],
  ['把王建国单独转成客户', 'lead.convert|lead=王建国|own=yes'],
  ['把王建国转成独立的客户', 'lead.convert|lead=王建国|own=yes'],
  ['把王建国转成客户，另建一个', 'lead.convert|lead=王建国|own=yes'],
  ['把王建国并入华星电子', 'lead.convert|into=深圳市华星电子有限公司|lead=王建国'],
  ['王建国这条线索归到华星电子', 'lead.convert|into=深圳市华星电子有限公司|lead=王建国'],
  ['把王建国转成客户，并入华星电子', 'lead.convert|into=深圳市华星电子有限公司|lead=王建国'],
  ['convert Mary Major to a customer of its own', 'lead.convert|lead=Mary Major|own=yes'],
  ['make Mary Major a separate customer', 'lead.convert|lead=Mary Major|own=yes'],
  ['convert Mary Major, it is another company', 'lead.convert|lead=Mary Major|reason=it is another company'],
  [
    'convert Mary Major because they only share the switchboard',
    'lead.convert|lead=Mary Major|reason=they only share the switchboard',
  ],
  ['convert Mary Major into Acme', 'lead.convert|into=Acme Corporation|lead=Mary Major'],
  ['merge Mary Major into Acme', 'lead.convert|into=Acme Corporation|lead=Mary Major'],
  ['merge the lead Mary Major into Acme', 'lead.convert|into=Acme Corporation|lead=Mary Major'],
];

/** What ends a sentence is no part of the value. */
export const endedBy: readonly (readonly [sentence: string, expected: string])[] = [
  ['王总电话换成13900002222了', 'contact.change|contact=王总|phone=13900002222'],
  ['王总的电话改成13900002222啦', 'contact.change|contact=王总|phone=13900002222'],
  ['给王总的电话改成13900002222', 'contact.change|contact=王总|phone=13900002222'],
  ['把王总邮箱改成 wang@x.example 了', 'contact.change|contact=王总|email=wang@x.example'],
  ['把王总的职位改成采购总监了', 'contact.change|contact=王总|title=采购总监'],
  ["change Mr Wang's title to CFO", 'contact.change|contact=Mr Wang|title=CFO'],
];
