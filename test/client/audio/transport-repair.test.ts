import { describe, expect, test } from "vitest";
import { planRepair, type TransportHistory } from "../../../client/audio/transport-repair.ts";

const fresh: TransportHistory = { wasConnected: false, reopened: 0, restarts: 0, isTcpForced: false };
const proven: TransportHistory = { ...fresh, wasConnected: true };

describe("a connection that does not come", () => {
  test("is tried over TCP, after UDP", () => {
    expect(planRepair(fresh, "failed")).toMatchObject({ action: "reopen", forceTcp: true });
    expect(planRepair({ ...fresh, reopened: 1, isTcpForced: true }, "failed")).toMatchObject({ forceTcp: false });
  });

  test("is not waited for longer than eight seconds, where packets vanish in silence", () => {
    expect(planRepair(fresh, "connecting")).toEqual({ action: "reopen", afterMs: 8_000, forceTcp: true });
  });

  test("is tried less and less often, but never given up", () => {
    const pauses = [0, 1, 2, 3, 10, 100].map((reopened) => planRepair({ ...fresh, reopened }, "failed"));
    expect(pauses.map((repair) => (repair.action === "none" ? 0 : repair.afterMs))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 8_000,
    ]);
  });
});

describe("a connection that breaks", () => {
  test("has a moment to heal by itself, then gets new ICE credentials", () => {
    expect(planRepair(proven, "disconnected")).toEqual({ action: "restartIce", afterMs: 1_500 });
  });

  test("is opened anew, the same way, when new credentials did not help", () => {
    const restarted = { ...proven, restarts: 1, isTcpForced: true };
    expect(planRepair(restarted, "failed")).toMatchObject({ action: "reopen", forceTcp: true });
    expect(planRepair(restarted, "disconnected")).toMatchObject({ action: "reopen" });
  });

  test("is left alone while it works, and when it was closed on purpose", () => {
    expect(planRepair(proven, "connected")).toEqual({ action: "none" });
    expect(planRepair(proven, "closed")).toEqual({ action: "none" });
  });
});
