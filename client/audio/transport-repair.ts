import type { types } from "mediasoup-client";

/** What a transport has been through since it was opened. */
export type TransportHistory = {
  readonly wasConnected: boolean;
  /** How many were opened in its place since sound last passed. */
  readonly reopened: number;
  /** ICE restarts since sound last passed. */
  readonly restarts: number;
  readonly isTcpForced: boolean;
};

/** What to do about it, and after how long; nothing if the state changes before. */
export type Repair =
  | { readonly action: "none" }
  | { readonly action: "restartIce"; readonly afterMs: number }
  | { readonly action: "reopen"; readonly afterMs: number; readonly forceTcp: boolean };

// A network that drops packets in silence never says "failed" in time for a child who waits.
const patienceMs = 8_000;
// Wi-Fi roaming between two access points takes about a second and heals by itself.
const blinkMs = 1_500;
const longestPauseMs = 8_000;

const pauseMs = (reopened: number) => Math.min(longestPauseMs, 500 * 2 ** reopened);

/** A transport that never connected tries the other way, TCP after UDP; one that did connect first restarts ICE, then is opened anew. */
export function planRepair(history: TransportHistory, state: types.ConnectionState): Repair {
  const other = {
    action: "reopen",
    forceTcp: history.wasConnected ? history.isTcpForced : !history.isTcpForced,
  } as const;
  if (state === "connecting") return { ...other, afterMs: patienceMs };
  if (state === "disconnected" && history.restarts === 0) return { action: "restartIce", afterMs: blinkMs };
  if (state === "disconnected") return { ...other, afterMs: patienceMs };
  if (state !== "failed") return { action: "none" };
  if (history.wasConnected && history.restarts === 0) return { action: "restartIce", afterMs: 0 };
  return { ...other, afterMs: pauseMs(history.reopened) };
}
