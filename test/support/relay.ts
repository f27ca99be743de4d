/** What a network does; relays look at it for every packet, so that it can be changed at any time. */
export type Conditions = {
  /** Whether anything passes at all. */
  isThere: boolean;
  /** When that changed last, by `performance.now()`. */
  changedMs: number;
  /** Whether datagrams pass; school networks often let TCP pass only. */
  hasUdp: boolean;
  /** Share of datagrams that are lost one by one, each way. */
  lossShare: number;
  /** Extra delay of each datagram: evenly between 0 and so many ms, each way; one may overtake another. */
  jitterMs: number;
  /** Random numbers of loss and jitter, 0 to 1. */
  random: () => number;
};

/** A good network. */
export const isSound: Conditions = {
  isThere: true,
  changedMs: 0,
  hasUdp: true,
  lossShare: 0,
  jitterMs: 0,
  random: Math.random,
};

/** One port that leads to another one on this machine. */
export type Relay = AsyncDisposable & {
  readonly port: number;
  /** Datagrams that passed so far. */
  datagrams(): number;
};
