import { z } from 'zod';
import { field } from './field.ts';

/** Where somebody is, as his chat has sent it: latitude and longitude. Never typed. */
export const spotField = () =>
  field(z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }), {
    kind: 'text',
    label: { en: 'location', zh: '位置' },
    hidden: true,
  });
