/** Everyday words of this trade that are no name, even where a company is called so. Latin ones count only in lower case. */
export const NOT_NAMES: ReadonlySet<string> = new Set([
  ...'今天 明天 昨天 后天 前天 本周 上周 下周 本月 上月 下月 月底 年底 季度 上午 下午 中午 晚上 早上 现在 最近 之前 以后 客户 商机 线索 任务 待办 跟进 拜访 电话 邮件 微信 会议 大家 同事 产品 合同 报价 方案 项目 机会 单子 订单 折扣 优惠 申请 金额 预算 阶段 谈判 需求 接触 赢单 丢单 联系 联系人 公司 集团 有限公司 股份 采购 经理 总监 老板 销售 团队 负责人 预计 成交 签约 提醒 记录 备注 沟通 聊聊 见面 开会 打电话 发合同 发邮件 客户经理 新增 新建 添加 创建 录入 登记 查看 看看 列表 多少 哪些 怎么 什么 如何 帮我 撤销 帮助 一下 一个 对方 满意 基本 比较 价格 试用 样品 样机 演示 交付 来源 展会 官网 地区 行业 漏斗 业绩 预测'.split(
    ' ',
  ),
  ...'a an and are as at be been but by call called can close closed closing contact could customer day deal deals did do does done email emailed for from get go got had has have help he her him his how i if in is it its just last lead leads let list log mark may me meet meeting met month more move my need new next no not note of off on open opportunities opportunity or our out over own phone pipeline please price proposal quarter quote reach remind rep reps request sales send sent she show so stage status task tasks team that the their them then there they this to today tomorrow undo up us visit visited want was we week were what when where which who will with won work would year yesterday you your discount percent because about into still some all any back good great happy budget contract follow sign signed lost win negotiation needs amount value worth owner account name named called region industry source website march april june july august mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday soon sure ok okay yes hi hello thanks'.split(
    ' ',
  ),
]);
