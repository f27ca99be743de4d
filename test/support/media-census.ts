import { observer, type types } from "mediasoup";

/** Counts what lives inside mediasoup, from now on. */
export type MediaCensus = Disposable & { routers: number; transports: number; producers: number; consumers: number };

type Closable = { observer: { once(event: "close", listener: () => void): unknown } };

/** Begins to count; open it before the SFU. */
export function countMedia(): MediaCensus {
  const census = { routers: 0, transports: 0, producers: 0, consumers: 0 };
  const count = (noun: keyof typeof census) => (thing: Closable) => {
    census[noun] += 1;
    thing.observer.once("close", () => {
      census[noun] -= 1;
    });
  };
  const watchTransport = (transport: types.Transport) => {
    count("transports")(transport);
    transport.observer.on("newproducer", count("producers"));
    transport.observer.on("newconsumer", count("consumers"));
  };
  const watchWorker = (worker: types.Worker) => {
    worker.observer.on("newrouter", (router) => {
      count("routers")(router);
      router.observer.on("newtransport", watchTransport);
    });
  };
  observer.on("newworker", watchWorker);
  return Object.assign(census, {
    [Symbol.dispose]: () => {
      observer.off("newworker", watchWorker);
    },
  });
}
