// What the large company's names and notes are made of: parts that repeat, as they do in a real one, and words that hardly occur.
const list = (words: string): string[] => words.split('|');

export const CITIES = list('深圳市|上海|北京|广州|杭州市|苏州|成都|武汉市|南京|青岛|宁波||||');
export const BRANDS = [
  ...'星海云天明远光华盛达信安泰康宏图瑞丰金鼎博智诚凯新源鑫德力恒通中科宇航龙腾嘉禾永利佳美同方联创正东',
];
export const TRADES = list(
  '电子|科技|医疗器械|食品|软件|建材|物流|新能源|机械|化工|汽车零部件|环保设备|精密仪器|半导体|包装材料|自动化',
);
export const FORMS = list('有限公司|有限公司|有限公司|股份有限公司|集团有限公司|');
export const ENGLISH_BRANDS = list(
  'Globex|Initech|Umbrella|Hooli|Stark|Wayne|Wonka|Vandelay|Northwind|Contoso|Alder|Boulder|Cinnabar|Everest|Foxglove|Kestrel|Lavender|Monsoon|Obsidian|Saffron|Thunder|Velvet|Walrus|Zeppelin|Harbor|Juniper|Meridian|Pinnacle|Quartz|Redwood',
);
export const ENGLISH_SECOND = list(
  'Bay|Creek|Field|Forest|Gate|Hill|Island|Lake|Mill|North|Point|Ridge|River|Rock|South|Spring|Stone|Valley|West|Wood',
);
export const ENGLISH_TRADES = list(
  'Tools|Foods|Labs|Systems|Optics|Robotics|Haulage|Clinics|Software|Plastics|Motors|Textiles|Energy|Chemicals|Packaging|Instruments',
);
export const ENGLISH_FORMS = list('Ltd|Inc|LLC|GmbH|Corp');
export const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
export const GIVEN = list('建国|芳|伟|敏|静|磊|丽娟|志强|晓东|海燕|文博|雪梅|俊杰|嘉怡|国栋|秀英|子涵|浩然|梦琪|立新');
export const FIRST = list(
  'Ann|Bob|Carla|Dan|Eve|Frank|Grace|Hugo|Ivy|Jack|Kate|Liam|Mona|Nick|Olga|Paul|Rita|Sam|Tina|Vic',
);
export const LAST = list(
  'Lee|Smith|Weber|Novak|Garcia|Rossi|Martin|Silva|Brown|Jones|Kim|Tanaka|Dubois|Larsen|Keller|Moore|Clark|Young|Baker|Reed',
);
export const DEALS = list(
  '产线改造|备件|年度框架|软件许可|二期扩容|检测设备|仓储项目|样机试用|维保续签|Pilot line|Spare parts|Annual frame|Licences|Phase two|Test bench|Service renewal',
);

/** How a note begins, goes on and ends. */
export const NOTE_PARTS: Readonly<Record<'zh' | 'en', readonly [string[], string[], string[], string[]]>> = {
  zh: [
    list(
      '上午去拜访了采购|和技术负责人通了电话|老板请我们吃饭|视频会议一个小时|展会上碰到他们的人|发了新版方案|微信上聊了几句|带售前一起过去|陪总经理见了对方董事|对方来我们工厂参观|电话没接，回了短信|下班前赶到现场|收到邮件回复|跟项目经理对了清单|和财务确认了开票|第三次上门|中午约了车间主任|培训了他们两个班组|把样品送到了前台|和设计院的人开会',
    ),
    list(
      '客户对报价基本满意|想换掉现在的供应商|嫌交期太长|演示了样机，反馈不错|预算要到下季度才批|总部正在走审批|竞品在打价格战|要求账期九十天|希望再降五个点|需要技术支持现场看一下|对售后响应有顾虑|担心和旧系统不兼容|希望先做小批量试用|新厂房年底投产|采购流程刚刚改过|内部意见还不统一|对方关键人要调岗|老设备故障率很高|质量部门要看检测报告|他们今年的投资收紧了|对节能效果很感兴趣|参数已经确认|图纸要再改一版|对品牌认可度高|安全评审还没有通过|招标文件下周挂网|要三家比价|合同条款有两处要改|付款方式谈妥了|首付款已经到账',
    ),
    list(
      '下周三发合同|约了月底再见|等他们内部开会|让售前补一份方案|准备样机测试|月底前给答复|回去算一下成本|要找领导批折扣|先发一份案例过去|约下周现场考察|请总监出面一次|等发票开好再催款|把竞品对比发给他|周五再打一次电话|尽快寄样品|安排技术交流|需要法务过一遍|下个月再跟|先放一放|继续跟进',
    ),
    list(
      '|||||||||数量大概两百台|对方语气很急|人很客气|约在东门见|他们换了新办公室|带了礼品|对方提到了去年的故障|停车不方便|要带安全帽|报价有效期三十天|另外问了培训费用',
    ),
  ],
  en: [
    list(
      'Called the buyer|Met their engineers on site|Video meeting with the plant manager|Long lunch with the owner|Ran into them at the fair|Sent the revised offer|Short chat after the audit|Second visit to the warehouse|Got an answer by mail|Walked the line with the foreman|Phone call with finance|Workshop with both shifts|Dropped the sample at the desk|Their director came to our plant|Left a voice message',
    ),
    list(
      'the price is fine with them|they want to change supplier|delivery takes too long for them|the demo went well|budget is frozen until next quarter|head office has to approve|a competitor undercuts us|they ask for ninety days|wants a discount on volume|needs support on site first|worried about the old system|prefers a small trial order|the new hall opens in winter|procurement rules have changed|the team is split about it|our contact is about to leave|the old machine fails a lot|quality wants a test report|likes how much energy it saves|drawings need another round|tender goes out next week|three quotes are required|two clauses have to change|first instalment has arrived',
    ),
    list(
      'contract goes out on Wednesday|meet again end of month|wait for their board|presales adds a proposal|prepare the sample|answer before Friday|I check the cost|need approval for the rebate|send them a case study|plan a site visit|ask our director to join|chase the invoice later|call again on Monday|ship parts soon|set up a technical review|legal has to read it|come back next month|keep going',
    ),
    list(
      '||||||||about two hundred units|quite urgent|very friendly people|meet at the east gate|new office since May|helmet required|offer holds for thirty days|asked about training as well',
    ),
  ],
};

/** In one note of some two thousand: what somebody remembers and looks for. */
export const RARE = list(
  '防爆认证|氦气检漏|洁净室|台风|盐雾试验|反倾销|返修率|海关查验|碳足迹|双回路|耐高温|定制夹具|注塑模|失效分析|并购|搬迁|股权变更|涂层脱落|防静电|伺服电机|helium leak|clean room|typhoon|salt spray|anti-dumping|customs check|carbon footprint|thermal runaway|custom fixture|failure analysis|merger|relocation|coating peels|servo drive|explosion proof|vacuum chamber|gearbox noise|calibration|retrofit kit|white label',
);
export const REGIONS = list('华东|华南|华北|西南|North|South');
export const INDUSTRIES = list('电子|医疗|食品|软件|建材|物流|Energy|Chemicals');
