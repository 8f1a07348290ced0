/** What an admin says of the systems that send us events (R18). */
export const hookGold: readonly (readonly [sentence: string, expected: string])[] = [
  ['新建一个官网表单接口', 'hook.add|name=官网表单'],
  ['新增接入，名字叫小程序商城', 'hook.add|name=小程序商城'],
  ['官网表单最近发来了什么', 'hook.show|name=官网表单'],
  ['看看官网表单的接入情况', 'hook.show|name=官网表单'],
  ['官网表单被拒的投递', 'hook.refused|name=官网表单'],
  ['官网表单的投递为什么被拒', 'hook.refused|name=官网表单'],
  ['重新处理官网表单被拒的投递', 'hook.again|name=官网表单'],
  ['测试官网表单接口', 'hook.test|name=官网表单'],
  ['停用官网表单接口', 'hook.change|name=官网表单|state=off'],
  ['show what the website form sent', 'hook.show|name=website form'],
  ['what has our web shop sent lately?', 'hook.show|name=web shop'],
  ['create a webhook for our landing page', 'hook.add|name=landing page'],
  ['why was the website form refused?', 'hook.refused|name=website'],
  ['run the refused website form again', 'hook.again|name=website'],
  ['test the website hook', 'hook.test|name=website'],
  ['switch off the website hook', 'hook.change|name=website|state=off'],
];
