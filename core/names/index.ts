export { isRegion, LEGAL_FORM, parseCompanyName } from './company-name.ts';
export { fold, foldWords, isHan } from './fold.ts';
export { isNameOf } from './is-name-of.ts';
export { nameKeys } from './name-keys.ts';
export { nearKeys } from './near-keys.ts';
export { personKeys } from './person-keys.ts';
export { mayBePinyin, syllables } from './pinyin.ts';
export { isPlace } from './places.ts';
export { LIKELY, scoreName } from './score-name.ts';
