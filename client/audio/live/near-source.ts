import { Device, type types } from "mediasoup-client";
import type { ShowId } from "../../../schemas/ids.ts";
import type { Wire } from "../wire.ts";
import type { LiveSource } from "./live-source.ts";

/** A conversation with the station that ends when the source is let go. */
export type NearWire = Wire & { close(): void };

type NearOptions = { showId: ShowId; wire: NearWire; onFailure: () => void };

type Opened = { transport: types.Transport; track: MediaStreamTrack };

async function receive({ showId, wire, onFailure }: NearOptions): Promise<Opened> {
  const { routerRtpCapabilities, ...parameters } = await wire.ask("listen", { showId });
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities });
  const transport = device.createRecvTransport(parameters as unknown as types.TransportOptions);
  transport.on("connect", ({ dtlsParameters }, done, failed) => {
    const asked = wire.ask("connectListening", {
      dtlsParameters: dtlsParameters,
    });
    asked.then(() => done(), failed);
  });
  transport.on("connectionstatechange", (state) => {
    if (state === "failed" || state === "disconnected") onFailure();
  });
  const rtpCapabilities = device.recvRtpCapabilities as unknown as Record<string, unknown>;
  const { consumerId, producerId, rtpParameters } = await wire.ask("startListening", { rtpCapabilities });
  const opaque = rtpParameters as unknown as types.RtpParameters;
  const { track } = await transport.consume({ id: consumerId, producerId, kind: "audio", rtpParameters: opaque });
  return { transport, track };
}

/** Live sound over WebRTC, for those inside the school: what the listeners hear, without the seconds that HLS needs. */
export async function openNearSource(audio: HTMLAudioElement, options: NearOptions): Promise<LiveSource> {
  const { wire, onFailure } = options;
  wire.hear("listeningClosed", onFailure);
  const { transport, track } = await receive(options).catch((error: unknown) => {
    wire.close();
    throw error;
  });
  audio.srcObject = new MediaStream([track]);
  return {
    canGoBack: false,
    edge: () => undefined,
    setLowData: () => undefined,
    nudge: () => undefined,
    [Symbol.dispose]: () => {
      transport.close();
      audio.srcObject = null;
      wire.close();
    },
  };
}
