import { io } from "socket.io-client";
import type { Announcement, AnnouncementName, Answer, RequestInput, RequestName } from "../../schemas/signalling.ts";
import type { ShowId } from "../../schemas/ids.ts";
import { microphoneParameters } from "./browser-parameters.ts";

/** One announcement that a page heard. */
export type Heard = { name: string; data: unknown };

/** A page's socket in Node; disposing it closes it. */
export type StudioPage = Disposable & {
  readonly socket: ReturnType<typeof io>;
  readonly heard: Heard[];
  /** All announcements of a name so far. */
  all<Name extends AnnouncementName>(name: Name): Announcement<Name>[];
  ask<Name extends RequestName>(name: Name, data: RequestInput<Name>): Promise<Answer<Name>>;
  /** Asks and takes no refusal. */
  must<Name extends RequestName>(name: Name, data: RequestInput<Name>): Promise<AnswerData<Name>>;
  join(showId: ShowId): Promise<AnswerData<"join">>;
  /** Joins the sound: two transports, everything to hear, and a microphone that is open. Tells the producer's id. */
  speakUp(routerRtpCapabilities: Record<string, unknown>): Promise<string>;
};

type AnswerData<Name extends RequestName> = Extract<Answer<Name>, { ok: true }>["data"];

/** Connects with a session cookie; rejects with the server's word when it is not let in. */
export async function openStudioPage(url: string, headers: Record<string, string>): Promise<StudioPage> {
  const socket = io(url, { transports: ["websocket"], forceNew: true, reconnection: false, extraHeaders: headers });
  const heard: Heard[] = [];
  socket.onAny((name: string, data: unknown, acknowledge?: () => void) => {
    heard.push({ name, data });
    acknowledge?.();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  }).catch((error: unknown) => {
    socket.close();
    throw error;
  });

  const ask: StudioPage["ask"] = (name, data) => socket.timeout(10_000).emitWithAck(name, data) as Promise<never>;
  const must: StudioPage["must"] = async (name, data) => {
    const answer = await ask(name, data);
    if (!answer.ok) throw new Error(`${name} was refused: ${answer.error}`);
    return answer.data as never;
  };
  return {
    socket,
    heard,
    ask,
    must,
    all: (name) => heard.filter((entry) => entry.name === name).map(({ data }) => data as never),
    join: (showId) => must("join", { showId }),
    speakUp: async (rtpCapabilities) => {
      const receive = await must("openTransport", { direction: "receive" });
      await must("consume", { transportId: receive.id, rtpCapabilities });
      const send = await must("openTransport", { direction: "send" });
      const rtpParameters = microphoneParameters(1_001);
      const { producerId } = await must("produce", { transportId: send.id, rtpParameters });
      await must("setMicrophone", { state: "open" });
      return producerId;
    },
    [Symbol.dispose]: () => void socket.close(),
  };
}
