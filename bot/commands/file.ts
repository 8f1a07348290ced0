import { z } from 'zod';
import { attachFiles } from '../../core/files/attach-files.ts';
import { findCustomerFiles, findFiles } from '../../core/files/find-files.ts';
import { getRecord } from '../../core/files/record.ts';
import { awaitFile } from '../awaited-file.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { fileField, recordField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { attachedCard, filesCard, sendHereCard } from '../views/file.ts';
import { viewer } from '../views/viewer.ts';

const RECORD = { en: 'Belongs to', zh: '存到' };

export const fileAdd = defineCommand({
  name: 'file.add',
  words: { en: ['file add', 'attach', 'save file'], zh: ['存文件', '添加文件', '文件 添加'] },
  summary: { en: 'Save a file', zh: '保存文件' },
  examples: { en: ['attach Acme'], zh: ['存文件 华星电子'] },
  effect: 'log',
  allow: EVERYBODY,
  asksWhenEmpty: true,
  input: z.strictObject({
    record: recordField('record', RECORD, { positional: true }),
    file: optional(fileField()),
  }),
  async run(core, { record: recordId, file: received }) {
    if (!received) {
      await awaitFile(core, { command: 'file.add', input: { record: recordId }, field: 'file' });
      const card = sendHereCard(await getRecord(core, recordId), viewer(core));
      return { kind: 'card', card };
    }
    const attached = await attachFiles(core, { recordId, received });
    return { kind: 'card', card: attachedCard(attached, viewer(core)) };
  },
});

export const fileList = defineCommand({
  name: 'file.list',
  words: { en: ['file list', 'files'], zh: ['文件', '文件列表', '查看文件'] },
  summary: { en: "A record's files", zh: '查看文件' },
  examples: { en: ['files Acme'], zh: ['文件 华星电子'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({ record: recordField('record', { en: 'Record', zh: '记录' }, { positional: true }) }),
  async run(core, { record: recordId }) {
    const record = await getRecord(core, recordId);
    const files = await (record.entity === 'customer'
      ? findCustomerFiles(core, { customerId: recordId })
      : findFiles(core, { entity: record.entity, recordId }));
    const linkTo = (id: string) => core.org.fileLink?.(id, core.now);
    return { kind: 'card', card: filesCard(record, files, { viewer: viewer(core), linkTo }) };
  },
});
