import { z } from 'zod';
import { applyTemplate } from '../../core/templates/apply-template.ts';
import { planTemplate } from '../../core/templates/plan-template.ts';
import { ADMIN, defineCommand } from '../command.ts';
import { keyField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { templateAppliedCard, templateCard, templatesCard } from '../views/template.ts';

const templateField = () => keyField('template', { en: 'Industry', zh: '行业' }, { positional: true });

export const adminTemplate = defineCommand({
  name: 'admin.template',
  words: { en: ['admin template', 'admin templates', 'template'], zh: ['行业模板', '管理 模板', '管理 行业模板'] },
  summary: { en: 'Set up for your industry', zh: '行业模板' },
  examples: { en: ['admin template', 'admin template SaaS'], zh: ['行业模板', '行业模板 汽车后市场'] },
  effect: 'read',
  allow: ADMIN,
  input: z.strictObject({ template: optional(templateField()) }),
  async run(core, { template }) {
    const { locale } = core.actor;
    const card = template ? templateCard(await planTemplate(core, template), locale) : templatesCard(locale);
    return { kind: 'card', card };
  },
});

export const templateApply = defineCommand({
  name: 'template.apply',
  words: { en: ['template apply'], zh: ['套用模板', '应用模板'] },
  summary: { en: 'Use an industry template', zh: '套用行业模板' },
  submit: { en: 'Use this template', zh: '套用模板' },
  examples: { en: ['template apply manufacturing'], zh: ['套用模板 制造业'] },
  effect: 'write',
  allow: ADMIN,
  input: z.strictObject({ template: templateField() }),
  async run(core, { template }) {
    const plan = await applyTemplate(core, template);
    return { kind: 'card', inPlace: true, card: templateAppliedCard(plan, core.actor.locale) };
  },
});
