// The app as Teams installs it: what it is called, what it can do, and what to type, in both languages.

import type { Text } from '../../../core/text.ts';

/** Published with every package, so that the schema of each can be looked up: a conservative one, of 2024. */
const VERSION = '1.19';

const SCOPES = ['personal', 'team', 'groupChat'] as const;

const SHORT: Text = { en: 'The sales system that lives in chat', zh: '住在聊天里的销售管理系统' };
const FULL: Text = {
  en: 'Say what happened and Parley puts it on record: leads, customers, deals, follow-ups, tasks, discounts. Managers approve on a card, everybody gets his morning, anyone asks a question.',
  zh: '说一句发生了什么，洽谈就帮你记好：线索、客户、商机、跟进、任务与折扣。主管在卡片上审批，每个人早上收到自己的一天，谁都可以直接提问。',
};

/** Words the bot understands as they stand here; Teams offers them, and types them. */
export const COMMANDS: readonly { title: Text; description: Text }[] = [
  { title: { en: 'today', zh: '今天' }, description: { en: 'My day', zh: '我的一天' } },
  { title: { en: 'pipeline', zh: '漏斗' }, description: { en: 'The pipeline by stage', zh: '各阶段商机' } },
  { title: { en: 'tasks', zh: '任务' }, description: { en: 'My tasks', zh: '我的任务' } },
  {
    title: { en: 'approvals', zh: '待我审批' },
    description: { en: 'What waits for my approval', zh: '等待我审批的申请' },
  },
  { title: { en: 'log', zh: '跟进' }, description: { en: 'Log a follow-up', zh: '记录跟进' } },
  { title: { en: 'lead add', zh: '新线索' }, description: { en: 'Add a lead', zh: '新建线索' } },
  { title: { en: 'customer add', zh: '新客户' }, description: { en: 'Put a customer on file', zh: '新建客户' } },
  { title: { en: 'find', zh: '找客户' }, description: { en: 'Find a customer', zh: '查找客户' } },
  {
    title: { en: 'settings', zh: '设置' },
    description: { en: 'Language, quiet hours, morning message', zh: '语言、免打扰与早报时间' },
  },
  { title: { en: 'help', zh: '帮助' }, description: { en: 'What I can do', zh: '使用帮助' } },
];

const FIND: { title: Text; description: Text; parameter: Text } = {
  title: { en: 'Find a customer', zh: '查找客户' },
  description: { en: 'Put a customer’s card into the conversation', zh: '把客户卡片放进对话' },
  parameter: { en: 'Name', zh: '名称' },
};
const LOG: { title: Text; description: Text } = {
  title: { en: 'Log as follow-up', zh: '记为跟进' },
  description: { en: 'Put this message on a customer’s record', zh: '把这条消息记入客户跟进' },
};

export type App = { appId: string; publicUrl: string; version: string };

export function toManifest({ appId, publicUrl, version }: App) {
  const { host } = new URL(publicUrl);
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: VERSION,
    version,
    id: appId,
    developer: { name: 'Parley', websiteUrl: publicUrl, privacyUrl: publicUrl, termsOfUseUrl: publicUrl },
    name: { short: 'Parley', full: 'Parley · 洽谈' },
    description: { short: SHORT.en, full: FULL.en },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0f766e',
    localizationInfo: {
      defaultLanguageTag: 'en',
      additionalLanguages: [
        { languageTag: 'zh', file: 'zh.json' },
        { languageTag: 'zh-cn', file: 'zh.json' },
      ],
    },
    bots: [
      {
        botId: appId,
        scopes: [...SCOPES],
        isNotificationOnly: false,
        supportsFiles: true,
        commandLists: [
          {
            scopes: [...SCOPES],
            commands: COMMANDS.map(({ title, description }) => ({ title: title.en, description: description.en })),
          },
        ],
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: [
          {
            id: 'find',
            type: 'query',
            context: ['compose', 'commandBox'],
            title: FIND.title.en,
            description: FIND.description.en,
            initialRun: true,
            parameters: [{ name: 'query', title: FIND.parameter.en, inputType: 'text' }],
          },
          {
            id: 'log',
            type: 'action',
            context: ['message'],
            title: LOG.title.en,
            description: LOG.description.en,
            fetchTask: true,
          },
        ],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [host],
  };
}

/** The same words in Chinese, by where they stand. */
export function toChinese(): Record<string, string> {
  const commands = COMMANDS.flatMap(({ title, description }, at) => [
    [`bots[0].commandLists[0].commands[${at}].title`, title.zh],
    [`bots[0].commandLists[0].commands[${at}].description`, description.zh],
  ]);
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${VERSION}/MicrosoftTeams.Localization.schema.json`,
    'name.short': '洽谈',
    'name.full': '洽谈 · Parley',
    'description.short': SHORT.zh,
    'description.full': FULL.zh,
    ...Object.fromEntries(commands),
    'composeExtensions[0].commands[0].title': FIND.title.zh,
    'composeExtensions[0].commands[0].description': FIND.description.zh,
    'composeExtensions[0].commands[0].parameters[0].title': FIND.parameter.zh,
    'composeExtensions[0].commands[1].title': LOG.title.zh,
    'composeExtensions[0].commands[1].description': LOG.description.zh,
  };
}
