import { companyRulesFrame } from '../set-up/index.ts';
import type { Frame } from './frame.ts';
import { gatewayFrame } from './gateways.ts';
import { hookFrame } from './hooks.ts';
import { productFrame } from './products.ts';
import { ownKindFrame, rulesFrame } from './rules.ts';
import { signersFrame } from './signers.ts';
import { adminFrame, deliveriesFrame } from './small.ts';

/** What is said of how the company works: its systems, sources, stages, products and signers. */
export const COMPANY_FRAMES: readonly Frame[] = [
  hookFrame,
  gatewayFrame,
  adminFrame,
  rulesFrame,
  ownKindFrame,
  companyRulesFrame,
  productFrame,
  signersFrame,
  deliveriesFrame,
];
