import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newSalt, secretsOf } from '../hooks/change-hook.ts';
import { newId } from '../id.ts';
import { readAddress } from './address.ts';
import { findGateways, fold, type GatewayLine, getGateway } from './find-gateways.ts';
import { MOST_ATTEMPTS, OUTGOING_RULES, USUAL_TEXTS } from './gateway.ts';

/** A gateway with what its developer checks signatures by: shown once, to whoever asked. */
export type OpenedGateway = { name: string; url: string; secret: string };

/** Lets word to customers go out through an address of the company's. Throws exists for a name that is taken, bad_input. */
export async function addGateway(core: Core, { name, url }: { name: string; url: string }): Promise<OpenedGateway> {
  const secrets = secretsOf(core);
  const address = readAddress(url, core.org.outgoing ?? OUTGOING_RULES);
  if ((await findGateways(core)).some((gateway) => fold(gateway.name) === fold(name))) {
    throw new DomainError('exists', `a gateway called ${name}`, {
      say: { en: `There is a gateway called “${name}” already.`, zh: `已有名为“${name}”的网关。` },
    });
  }
  const id = newId();
  const salt = newSalt();
  core.change.insert('gateways', {
    ...{ id, name, url: address, salt, textZh: USUAL_TEXTS.zh, textEn: USUAL_TEXTS.en },
    ...{ maxAttempts: MOST_ATTEMPTS, createdBy: core.actor.userId },
  });
  return { name, url: address, secret: secrets.secretOf({ id, salt }) };
}

/** A new secret; what is sent from now on is signed with it. */
export async function rotateGateway(core: Core, name: string): Promise<OpenedGateway> {
  const secrets = secretsOf(core);
  const { id, name: known, url, version } = await getGateway(core, name);
  const salt = newSalt();
  core.change.update('gateways', id, { salt }, { version });
  return { name: known, url, secret: secrets.secretOf({ id, salt }) };
}

export type GatewayChange = {
  name: string;
  url?: string | undefined;
  zh?: string | undefined;
  en?: string | undefined;
  maxAttempts?: number | undefined;
  /** How long what it answered is kept where it refused; nothing of it for 0. */
  keepAnswerDays?: number | undefined;
  isActive?: boolean | undefined;
};

/** Throws bad_input for an address that may not be called. */
export async function changeGateway(core: Core, { name, ...wanted }: GatewayChange): Promise<GatewayLine> {
  const { url, zh, en, maxAttempts, keepAnswerDays, isActive } = wanted;
  const gateway = await getGateway(core, name);
  const set = {
    ...{ textZh: zh, textEn: en, maxAttempts, keepAnswerDays, active: isActive },
    url: url === undefined ? undefined : readAddress(url, core.org.outgoing ?? OUTGOING_RULES),
  };
  core.change.update('gateways', gateway.id, set, { version: gateway.version });
  return gateway;
}
