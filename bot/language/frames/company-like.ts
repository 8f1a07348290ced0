/** 恒立精工, 三月集团: what a Chinese company is called last. */
export const COMPANY_LIKE =
  /(?:公司|集团|科技|电子|软件|股份|实业|贸易|机械|制造|医疗|数据|网络|建材|食品|物流|动力|精工|机器人|纺织|银行|工厂|厂|医院|学校|大学|研究院|中心|智能|能源|材料|化工|汽车|传媒|教育|文化|餐饮|酒吧|酒店|电商|农业|商贸|商行|超市|药业|制药|重工|光电|装饰|设计|广告|地产|置业|物业|服饰|服装|家居|家具|建筑|工程|环保|半导体|通信|仪器|包装|印刷|影业|俱乐部|工作室|事务所|合作社|旅行社|农场|之星|记|店|坊|馆)$/u;

/** Ford Ltd, Stark Industries, Frank Labs: what an English company is called last. */
export const COMPANY_ENDING =
  /(?<![a-z])(?:ltd|limited|inc|llc|llp|plc|corp|corporation|co|company|gmbh|ag|industries|enterprises|foods?|labs?|laboratories|systems|holdings?|group|partners|works|mills|motors|supplies|supply|solutions|technolog(?:y|ies)|tech|software|robotics|manufacturing|energy|logistics|trading|traders|media|services|electronics|instruments|engineering|pharma|medical|bank|hospital|university|studios?|associates|brothers|international|global|networks?|dynamics|plastics|steel|metals|chemicals|textiles|packaging|machinery|automation|pumps|valves|tools|farms|bakery|brewery|hotels?|restaurants?|stores?|shop|storage|mills|paper|dairy|brewing|freight|shipping|mining|minerals|construction|consulting|ventures|airlines|aerospace|automotive|semiconductors?|biotech|healthcare|insurance|telecom|analytics|ceramics|mfg)\.?$/iu;
/** Dean Foods, 恒立精工: it looks like a company, whoever is called like its beginning. */
export const isCompanyLike = (words: string) => COMPANY_LIKE.test(words) || COMPANY_ENDING.test(words);
