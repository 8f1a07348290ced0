import type { Text } from './text.ts';

/** Every way a request can fail by rule rather than by accident, with what the person is told and can do next. */
export const FAILURES = {
  forbidden: { en: 'That is not yours to do.', zh: '你没有权限执行此操作。' },
  not_found: {
    en: 'I could not find that among what you may see. Check the name, or ask its owner.',
    zh: '在你可见的范围内没有找到。请检查名称，或联系负责人。',
  },
  conflict: {
    en: 'Somebody changed this in the meantime. Open it again to see how it stands now.',
    zh: '此记录刚被他人更新，请重新打开查看最新内容。',
  },
  exists: { en: 'There is one like that already.', zh: '已存在相同的记录。' },
  bad_transition: {
    en: 'That step is not possible from where it stands.',
    zh: '当前状态不能执行这一步。',
  },
  bad_input: { en: 'Something in there does not fit. Please check it.', zh: '输入有误，请检查后重试。' },
  built_upon: {
    en: 'Other records have been built on this since, so it cannot be undone. Change it by hand instead.',
    zh: '之后已有其他记录依赖它，无法撤销。请手动修改。',
  },
  too_late: { en: 'It is too late to undo this (10 minutes).', zh: '已超过可撤销时间（10 分钟）。' },
  nothing_to_undo: { en: 'There is nothing of yours left to undo.', zh: '没有可以撤销的操作。' },
  not_undoable: { en: 'Decisions and messages already sent cannot be undone.', zh: '审批决定和已发送的消息无法撤销。' },
  own_request: { en: 'Nobody approves a request of their own.', zh: '不能审批自己的申请。' },
  decided: { en: 'This has been decided already.', zh: '该申请已处理。' },
  unknown_person: { en: 'I do not know you yet.', zh: '我还不认识你。' },
  already_answered: { en: 'This has been done already.', zh: '该操作已处理。' },
  out_of_date: {
    en: 'This card is out of date. Please ask again for a fresh one.',
    zh: '这张卡片已过期，请重新查询。',
  },
  sent_twice: { en: 'This form was sent before; it was done once.', zh: '该表单之前已提交，只处理了一次。' },
  too_slow: {
    en: 'That took too long to work out, so I stopped; nothing was changed. Ask about a shorter time or fewer records.',
    zh: '计算时间过长，已停止，未做任何修改。请缩短时间范围或减少数据后再试。',
  },
  unavailable: {
    en: 'I cannot reach my records right now. Nothing is lost; please try again in a minute.',
    zh: '暂时连不上系统，已有记录不会丢失，请稍后再试。',
  },
} as const satisfies Record<string, Text>;

export type FailureCode = keyof typeof FAILURES;

export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: FailureCode;
  /** What to tell the person instead of the general sentence, where more is known. */
  readonly say: Text | undefined;

  /** `detail` is for the log; the person reads `say`, else `FAILURES[code]`. */
  constructor(code: FailureCode, detail: string, options?: ErrorOptions & { say?: Text }) {
    super(detail, options);
    this.code = code;
    this.say = options?.say;
  }
}
