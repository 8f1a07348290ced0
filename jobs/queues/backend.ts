import type {
  JobProgress,
  PostgresConnectionOptions,
  PostgresQueueBackend,
  Queue,
  QueueOptions,
  Worker,
  WorkerOptions,
} from 'bullmq';

export type BullQueue =
  | Queue<unknown, void, string, unknown, void, string>
  | Queue<unknown, void, string, unknown, void, string, PostgresQueueBackend, PostgresConnectionOptions>;
export type BullWorker =
  | Worker<unknown, void, string>
  | Worker<unknown, void, string, PostgresQueueBackend, JobProgress, PostgresConnectionOptions>;
type BullJob = { name: string; data: unknown; attemptsStarted: number };

/** Where BullMQ keeps its jobs. */
export type Backend = {
  readonly kind: 'postgresql' | 'redis';
  queue(name: string, options: Omit<QueueOptions, 'connection'>): BullQueue;
  /** Where errors of its connections go. */
  readonly complain: (error: Error) => void;
  worker(name: string, run: (job: BullJob) => Promise<void>, options: Omit<WorkerOptions, 'connection'>): BullWorker;
  close(): Promise<void>;
};
