/** What is said of conversations to be put on record, in both languages; the form is that of `written`. */
export const archiveGold: readonly (readonly [sentence: string, expected: string])[] = [
  ['把这段对话存到华星电子', 'conversation.archive|customer=深圳市华星电子有限公司'],
  ['把这段对话归档到华星电子', 'conversation.archive|customer=深圳市华星电子有限公司'],
  ['将以上聊天记录保存到华星电子名下', 'conversation.archive|customer=深圳市华星电子有限公司'],
  ['帮我把这个话题归档到客户华星电子', 'conversation.archive|customer=深圳市华星电子有限公司'],
  ['归档这段对话到华星电子', 'conversation.archive|customer=深圳市华星电子有限公司'],
  ['给华星电子存一下这段对话', 'conversation.archive|customer=深圳市华星电子有限公司'],
  ['把聊天记录存到新锐光学', 'conversation.archive|customer=新锐光学'],
  [
    '把这段对话存到华星电子：单价谈妥，下周签',
    'conversation.archive|customer=深圳市华星电子有限公司|summary=单价谈妥，下周签',
  ],
  ['聊天记录存到华星电子', 'conversation.archive|customer=深圳市华星电子有限公司'],
  ['把这段对话归档', 'conversation.archive'],
  ['归档这段对话', 'conversation.archive'],
  ['archive this thread to Acme', 'conversation.archive|customer=Acme Corporation'],
  ['please archive this conversation to Acme', 'conversation.archive|customer=Acme Corporation'],
  ['save this thread under Acme', 'conversation.archive|customer=Acme Corporation'],
  ['file this whole conversation under Globex', 'conversation.archive|customer=Globex Corporation'],
  ["put this thread on Acme's record", 'conversation.archive|customer=Acme Corporation'],
  ['log this chat to Umbrella Optics', 'conversation.archive|customer=Umbrella Optics'],
  [
    'archive this thread to Acme: agreed on the price',
    'conversation.archive|customer=Acme Corporation|summary=agreed on the price',
  ],
  ['archive this thread', 'conversation.archive'],
];

/** Words of conversations and archives that put none on record. */
export const noArchives: readonly string[] = [
  '华星电子的对话记录',
  '聊天记录 华星电子',
  '讨论记录 华星电子',
  '聊天记录 新锐光学',
  '把这个文件存到华星电子',
  '这段对话存到哪里了',
  '和华星电子聊了聊天气',
  '记得把聊天记录发给华星电子',
  'attach this file to Acme',
  'where did you archive this thread?',
  'had a good conversation with Acme',
  'remind me to archive this thread tomorrow',
];
