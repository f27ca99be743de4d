import { observer, type types } from "mediasoup";

/** What mediasoup lets through to browsers, by the ids that pages know. */
export type ConsumerWatch = Disposable & {
  /** Whether no packet of it goes to its page now. */
  isPaused(consumerId: string): boolean;
};

/** Begins to watch; open it before the SFU. */
export function watchConsumers(): ConsumerWatch {
  const consumers = new Map<string, types.Consumer>();
  const watchWorker = (worker: types.Worker) => {
    worker.observer.on("newrouter", (router) => {
      router.observer.on("newtransport", (transport) => {
        transport.observer.on("newconsumer", (consumer) => consumers.set(consumer.id, consumer));
      });
    });
  };
  observer.on("newworker", watchWorker);
  return {
    isPaused: (consumerId) => {
      const consumer = consumers.get(consumerId);
      if (consumer === undefined) throw new Error(`no consumer ${consumerId}`);
      return consumer.paused;
    },
    [Symbol.dispose]: () => {
      observer.off("newworker", watchWorker);
    },
  };
}
