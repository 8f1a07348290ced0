// Beside the seven: the looks that are complete, in the order of their tabs.
import { feishuLook } from './looks/feishu.ts';
import type { Look } from './looks/look.ts';
import { plainLook } from './looks/plain.ts';
import { slackLook } from './looks/slack.ts';
import { teamsLook } from './looks/teams.ts';

export const LOOKS: readonly Look[] = [slackLook, feishuLook, teamsLook, plainLook];
