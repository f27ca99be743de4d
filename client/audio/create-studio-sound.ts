import { createEffect, createSignal, on, onCleanup, type Accessor } from "solid-js";
import { Device, type types } from "mediasoup-client";
import type { RequestReply } from "../../schemas/signalling.ts";
import { keepTransport, type LinkState, type TransportKeeper } from "./keep-transport.ts";
import { makeSender } from "./sender.ts";
import { makeSpeakers } from "./speakers.ts";
import { tryAgain } from "./try-again.ts";
import type { Wire } from "./wire.ts";

/** The studio's sound in this page: what it sends and what it hears. */
export type StudioSound = {
  readonly sending: Accessor<LinkState>;
  readonly receiving: Accessor<LinkState>;
  /** The browser wants a press of a key before it plays the others. */
  readonly isBlocked: Accessor<boolean>;
  /** Plays what was held back; call it from a press of a key. */
  unlock(): void;
};

type SoundOptions = {
  readonly wire: Wire;
  /** The reply to `join`; another object after every reconnection, when the server knows nothing of the former transports. */
  readonly joined: Accessor<RequestReply<"join"> | undefined>;
  /** What is sent; undefined sends nothing. */
  readonly track: Accessor<MediaStreamTrack | undefined>;
  readonly isMuted: Accessor<boolean>;
  /** How loud the others and the carts are here, 0 to 1. */
  readonly volume: Accessor<number>;
  /** The desk listens to a strip on its own: all else is softer here. */
  readonly isCueing: Accessor<boolean>;
};

/** Calls `listener` when the tablet changes networks, until the caller's owner is gone. */
function onNetworkChange(listener: () => void) {
  const connection = (navigator as Navigator & { connection?: EventTarget }).connection;
  globalThis.addEventListener("online", listener);
  connection?.addEventListener("change", listener);
  onCleanup(() => {
    globalThis.removeEventListener("online", listener);
    connection?.removeEventListener("change", listener);
  });
}

async function loadDevice(capabilities: RequestReply<"join">["routerRtpCapabilities"]): Promise<types.Device> {
  const device = await Device.factory();
  await device.load({ routerRtpCapabilities: capabilities });
  return device;
}

/** Joins the sound of the studio whenever the page has joined the studio, and leaves it with the caller's owner. */
export function createStudioSound({ wire, joined, track, isMuted, volume, isCueing }: SoundOptions): StudioSound {
  const [sending, setSending] = createSignal<LinkState>("idle");
  const [receiving, setReceiving] = createSignal<LinkState>("idle");
  const [isBlocked, setIsBlocked] = createSignal(false);
  const speakers = makeSpeakers(setIsBlocked);
  const [isTaken, setIsTaken] = createSignal(false);
  const sender = makeSender(setIsTaken);
  const consumers = new Map<string, types.Consumer>();
  let keepers: TransportKeeper[] = [];
  let listening: types.Transport | undefined;

  const listen = (device: types.Device, transport: types.Transport) => {
    speakers.stopAll();
    consumers.clear();
    listening = transport;
    const rtpCapabilities = device.recvRtpCapabilities as unknown as Record<string, unknown>;
    const isWanted = () => listening === transport && !transport.closed;
    tryAgain(() => wire.ask("consume", { transportId: transport.id, rtpCapabilities }), isWanted);
  };
  const start = (device: types.Device) => {
    keepers = [
      keepTransport({ direction: "send", device, wire, onOpened: sender.setTransport, onState: setSending }),
      keepTransport({
        direction: "receive",
        device,
        wire,
        onOpened: (opened) => {
          listen(device, opened);
        },
        onState: setReceiving,
      }),
    ];
  };
  const end = () => {
    for (const keeper of keepers) keeper.close();
    keepers = [];
    listening = undefined;
    sender.setTransport(undefined);
    speakers.stopAll();
  };

  createEffect(
    on(joined, (reply) => {
      if (reply === undefined) return;
      let isOver = false;
      onCleanup(() => {
        isOver = true;
        end();
      });
      void loadDevice(reply.routerRtpCapabilities).then((device) => {
        if (!isOver) start(device);
      });
    }),
  );

  wire.hear("consumerOpened", ({ consumerId, producerId, source, rtpParameters }) => {
    const opaque = rtpParameters as unknown as types.RtpParameters;
    void listening
      ?.consume({ id: consumerId, producerId, kind: "audio", rtpParameters: opaque })
      .then((consumer) => {
        consumers.set(consumerId, consumer);
        speakers.play(consumerId, consumer.track, source === "cue");
        const isWanted = () => consumers.get(consumerId) === consumer && !consumer.closed;
        tryAgain(() => wire.ask("resumeConsumer", { consumerId }), isWanted);
      })
      .catch(() => undefined);
  });
  wire.hear("consumerClosed", ({ consumerId }) => {
    consumers.get(consumerId)?.close();
    consumers.delete(consumerId);
    speakers.stop(consumerId);
  });
  wire.hear("mediaLost", () => {
    for (const keeper of keepers) keeper.renew();
  });
  onNetworkChange(() => {
    for (const keeper of keepers) keeper.restart();
  });

  createEffect(() => {
    sender.setTrack(track());
  });
  createEffect(() => {
    const muted = track();
    if (muted !== undefined) muted.enabled = !isMuted();
  });
  createEffect(() => {
    speakers.setVolume(volume());
  });
  createEffect(() => {
    speakers.dim(isCueing());
  });
  // The way may stand while the server has refused the microphone: that is no sending.
  const sent = () => (sending() === "connected" && track() !== undefined && !isTaken() ? "connecting" : sending());
  return { sending: sent, receiving, isBlocked, unlock: speakers.unlock };
}
