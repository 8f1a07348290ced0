import type { Receipt } from './platform.ts';

/** Reports what becomes of an answer, and lets a failure through. */
export async function withReceipt<Result>(answering: Promise<Result>, receipt: Receipt | undefined): Promise<Result> {
  try {
    const result = await answering;
    receipt?.delivered();
    return result;
  } catch (error) {
    receipt?.failed(error);
    throw error;
  }
}
