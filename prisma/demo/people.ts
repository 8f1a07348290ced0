import type { Calendar } from './calendar.ts';
import { demoId } from './random.ts';

export type Login =
  | 'li.lei'
  | 'han.meimei'
  | 'jim.green'
  | 'lucy.king'
  | 'zhang.wei'
  | 'tom.brown'
  | 'wang.fang'
  | 'chen.jie'
  | 'zhao.min'
  | 'liu.yang'
  | 'admin';

export type Language = 'zh' | 'en';

type Person = { login: Login; name: string; role: string; team: string; locale: Language };

const PEOPLE: readonly Person[] = [
  { login: 'li.lei', name: '李雷', role: 'rep', team: 'north', locale: 'zh' },
  { login: 'han.meimei', name: '韩梅梅', role: 'rep', team: 'north', locale: 'zh' },
  { login: 'jim.green', name: 'Jim Green', role: 'rep', team: 'south', locale: 'en' },
  { login: 'lucy.king', name: 'Lucy King', role: 'rep', team: 'south', locale: 'en' },
  { login: 'zhang.wei', name: '张伟', role: 'manager', team: 'north', locale: 'zh' },
  { login: 'tom.brown', name: 'Tom Brown', role: 'manager', team: 'south', locale: 'en' },
  { login: 'wang.fang', name: '王芳', role: 'director', team: 'sales', locale: 'zh' },
  { login: 'chen.jie', name: '陈杰', role: 'executive', team: 'hq', locale: 'zh' },
  { login: 'zhao.min', name: '赵敏', role: 'finance', team: 'finance', locale: 'zh' },
  { login: 'liu.yang', name: '刘洋', role: 'service', team: 'service', locale: 'zh' },
  { login: 'admin', name: '管理员 Admin', role: 'admin', team: 'hq', locale: 'zh' },
];

/** Parents stand before their children. */
const TEAMS: readonly { key: string; name: string; parent?: string; lead: Login }[] = [
  { key: 'hq', name: '总部 HQ', lead: 'chen.jie' },
  { key: 'sales', name: '销售部 Sales', parent: 'hq', lead: 'wang.fang' },
  { key: 'north', name: '北区 North', parent: 'sales', lead: 'zhang.wei' },
  { key: 'south', name: '南区 South', parent: 'sales', lead: 'tom.brown' },
  { key: 'finance', name: '财务部 Finance', parent: 'hq', lead: 'zhao.min' },
  { key: 'service', name: '服务部 Service', parent: 'hq', lead: 'liu.yang' },
];

/** What the reps cover and know, products by their codes, and so which leads the rules give them. */
const COVERS: readonly { login: Login; regions: string[]; industries: string[]; products: string[] }[] = [
  { login: 'li.lei', regions: ['北京', '天津', '河北'], industries: ['汽车'], products: ['HL-V200', 'HL-V300EX'] },
  { login: 'han.meimei', regions: ['上海', '江苏', '浙江'], industries: ['医疗'], products: ['HL-T110'] },
  { login: 'jim.green', regions: ['Boston', 'New York'], industries: ['automotive'], products: ['HL-V200', 'HL-G10'] },
  { login: 'lucy.king', regions: ['London', 'Chicago'], industries: ['medical'], products: ['HL-T110', 'HL-F220'] },
];

/** To be put in after the people. */
export function routingRows() {
  return COVERS.map(({ login, products, ...covered }) => ({
    ...{ id: demoId('routing', login), user_id: userId(login), ...covered },
    product_ids: products.map((code) => demoId('product', code)),
  }));
}

export function userId(login: Login): string {
  return demoId('user', login);
}

export function nameOf(login: Login): string {
  return PEOPLE.find((person) => person.login === login)?.name ?? login;
}

export function languageOf(login: Login): Language {
  return PEOPLE.find((person) => person.login === login)?.locale ?? 'zh';
}

export function peopleRows(calendar: Calendar) {
  const founded = calendar.at(calendar.workday(-650), 9 * 60);
  return {
    teams: TEAMS.map(({ key, name, parent, lead }) => ({
      id: demoId('team', key),
      name,
      parent_id: parent ? demoId('team', parent) : null,
      lead_id: userId(lead),
      created_at: founded,
    })),
    users: PEOPLE.map(({ login, name, role, team, locale }) => ({
      id: userId(login),
      name,
      email: `${login}@hualan.example`,
      roles: [role],
      team_id: demoId('team', team),
      locale,
      preferred_platform: 'playground',
      created_at: founded,
    })),
    identities: PEOPLE.map(({ login }) => ({
      id: demoId('identity', login),
      user_id: userId(login),
      platform: 'playground',
      workspace: 'local',
      external_id: userId(login),
      linked_at: founded,
    })),
  };
}
