import { parseCompanyName } from './company-name.ts';
import { isHan } from './fold.ts';
import { readings } from './pinyin.ts';

/** Shorter sounds are shared by too many. */
const SHORTEST_SOUND = 6;

/**
 * What tells that two company names are nearly one: forms they share (written or, in Chinese, sounding alike), and
 * how the names begin that are worth comparing.
 */
export function nearKeys(name: string): { near: string[]; stems: string[] } {
  const { full, core, region } = parseCompanyName(name);
  if (!isHan(core)) {
    return { near: [...new Set([full, core])], stems: core.length >= 4 ? [core.slice(0, 4)] : [] };
  }
  const sounds = readings(core)
    .map((each) => each.join(''))
    .filter((sound) => sound.length >= SHORTEST_SOUND);
  return {
    near: [...new Set([full, core, region + core, ...sounds])],
    stems: [core.slice(0, 2), ...sounds.slice(0, 1).map((sound) => sound.slice(0, SHORTEST_SOUND))],
  };
}
