// Beside the seven: the looks that are complete, in the order of their tabs.
import type { Look } from './looks/look.ts';
import { plainLook } from './looks/plain.ts';
import { slackLook } from './looks/slack.ts';

export const LOOKS: readonly Look[] = [slackLook, plainLook];
