import type { types } from "mediasoup";

/** Where plain RTP goes inside this machine: below the ports that the system gives out by itself and away from the browsers' doors. */
export const loopback: types.TransportListenInfo = {
  protocol: "udp",
  ip: "127.0.0.1",
  portRange: { min: 21_000, max: 31_999 },
};
