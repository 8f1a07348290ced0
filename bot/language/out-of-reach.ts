import { contactRemovingFrame } from './frames/contact-removing.ts';
import { emptiedFrame } from './frames/emptied.ts';
import { objectChangeFrame, objectRemovalFrame } from './frames/objects.ts';
import { undoFrame } from './frames/small.ts';
import { companyRulesFrame, recordRulesFrame } from './set-up/index.ts';
import type { Utterance } from './utterance.ts';

/** Nothing is deleted, exported or granted by a sentence. */
const FORBIDDEN =
  /删除|删掉|删了|清空|导出全部|权限|密码|(?<![a-z])(?:delete|drop table|erase|wipe|password|ignore (?:all|previous)|system prompt)(?![a-z])/iu;

/** But one's last change is taken back; one own record or rule goes out of sight, one contact entered by mistake goes, or a field is emptied, and comes back with Undo: that is shown on its form first. */
const SHOWN_FIRST = [
  undoFrame,
  objectRemovalFrame,
  objectChangeFrame,
  emptiedFrame,
  contactRemovingFrame,
  companyRulesFrame,
  recordRulesFrame,
];

export const isOutOfReach = (utterance: Utterance): boolean =>
  FORBIDDEN.test(utterance.text) && !SHOWN_FIRST.some((frame) => frame(utterance));
