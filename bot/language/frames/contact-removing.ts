import { AT_EN, AT_ZH, WHO_EN, WHO_ZH } from './contact-changes.ts';
import { named } from './contact-leaving.ts';
import { type Candidate, type Frame, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

const OFF_ZH = '(?:移除|删除|删掉|删了|去掉|删)';
const WRONG_ZH = '(?:录错|记错|写错|输错|加错|建错|填错)(?:了|的)?';

/** Somebody was never there: 删除联系人孙晓岚, "remove the contact Nora at Acme". */
const REMOVED: readonly RegExp[] = [
  pattern(`^${OFF_ZH}(?:掉|了)?(?:录错的)?${AT_ZH}?(?:这个)?联系人[:： ]?${WHO_ZH}(?:吧)?$`),
  pattern(`^(?:把|将)${AT_ZH}?联系人[:： ]?${WHO_ZH}${OFF_ZH}(?:掉|了|吧)*$`),
  pattern(`^(?:把|将)${AT_ZH}?${WHO_ZH}(?:这个|这位)?联系人${OFF_ZH}(?:掉|了|吧)*$`),
  pattern(`^${AT_ZH}?联系人[:： ]?${WHO_ZH}(?:是|我)?${WRONG_ZH}(?:[，, ]*(?:请)?${OFF_ZH}(?:掉|了|吧)*)?$`),
  pattern(`^${AT_ZH}?${WHO_ZH}这个联系人(?:是|我)?${WRONG_ZH}(?:[，, ]*(?:请)?${OFF_ZH}(?:掉|了|吧)*)?$`),
  pattern(`^(?:remove|delete|drop) (?:the )?contact ${WHO_EN}${AT_EN}$`, 'u'),
  pattern(`^(?:remove|delete|drop) ${WHO_EN}${AT_EN} (?:from|off) (?:the|our|my) contacts$`, 'u'),
  pattern(`^(?:the )?contact ${WHO_EN}${AT_EN} (?:was|is) (?:entered|added|created|put in) by mistake$`, 'u'),
];

/** Taken off the file, not out of the company (R80). */
export const contactRemovingFrame: Frame = (utterance): Candidate | undefined => {
  const text = trimmed(tight(withoutCourtesy(utterance.text)));
  const said = isAsking(utterance.text)
    ? undefined
    : REMOVED.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  return said?.who
    ? { invocations: [{ command: 'contact.remove', input: { contact: named(utterance, said) } }], confidence: 0.99 }
    : undefined;
};
