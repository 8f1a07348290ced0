import { invoiceAdd, invoiceChange, invoiceList, invoiceShow, invoiceVoid } from './invoice.ts';
import { creditLift, creditSet, paymentAdd, paymentChange, paymentShow, paymentVoid } from './payment.ts';
import { contractAdd, documentChange, documentShow, documentVoid, orderAdd, quoteAdd } from './sales-document.ts';

/** From the quote to the payment, in the order help shows them (R11). */
export const billing = [
  quoteAdd,
  contractAdd,
  orderAdd,
  documentShow,
  documentChange,
  documentVoid,
  invoiceAdd,
  invoiceList,
  invoiceShow,
  invoiceChange,
  invoiceVoid,
  paymentAdd,
  paymentShow,
  paymentChange,
  paymentVoid,
  creditSet,
  creditLift,
] as const;
