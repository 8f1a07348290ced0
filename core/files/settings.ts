import { z } from 'zod';

/** A bucket on S3 or what speaks like it; all of it or none. */
export const bucketSettings = z.object({
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }),
  S3_BUCKET: z.string().min(1),
  S3_ACCESS_KEY_ID: z.string().min(1),
  S3_SECRET_ACCESS_KEY: z.string().min(1),
  S3_REGION: z.string().min(1).default('us-east-1'),
});

export type BucketSettings = z.output<typeof bucketSettings>;
