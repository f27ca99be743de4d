import { requestActions } from "../../schemas/signalling.ts";
import { Refusal } from "../errors.ts";
import { answer } from "./answer.ts";
import type { Line } from "./line.ts";

/** Listening to a show inside the school as its listeners hear it, without a seat and without a microphone. */
export function converseAboutListening(line: Line) {
  const { socket, access, studios } = line;
  const { actor } = socket.data;

  async function stop() {
    const { ear } = line.ear ?? {};
    line.ear = undefined;
    await ear?.[Symbol.asyncDispose]();
  }

  const requireEar = () => {
    if (line.ear === undefined) throw new Refusal("live.off");
    return line.ear;
  };
  const stillAllowed = async () => {
    const { showId } = requireEar().heard;
    await access.require(actor, requestActions.listen, { showId });
  };

  answer(
    line,
    "listen",
    ({ showId }) => access.require(actor, requestActions.listen, { showId }),
    ({ showId, forceTcp }) =>
      line.inTurn(async () => {
        await stop();
        const heard = studios.airwaves.findShow(showId);
        if (heard === undefined || heard.phase() === "none") throw new Refusal("live.off");
        const { ear, routerRtpCapabilities } = await heard.listening.open(forceTcp);
        line.ear = { ear, heard };
        return { routerRtpCapabilities, id: ear.transport.id, ...ear.transport.parameters };
      }),
  );

  answer(line, "startListening", stillAllowed, ({ rtpCapabilities }) =>
    line.inTurn(async () => {
      const { ear, heard } = requireEar();
      const producerId = await heard.listening.producer();
      const onClosed = () => socket.emit("listeningClosed", {});
      const { id, rtpParameters } = await ear.consume(producerId, rtpCapabilities, onClosed);
      return { consumerId: id, producerId, rtpParameters };
    }),
  );

  answer(line, "connectListening", stillAllowed, ({ dtlsParameters }) =>
    line.inTurn(async () => {
      await requireEar().ear.connect(dtlsParameters);
      return {};
    }),
  );

  answer(
    line,
    "stopListening",
    () => Promise.resolve(),
    () =>
      line.inTurn(async () => {
        await stop();
        return {};
      }),
  );

  socket.on("disconnect", () => void line.inTurn(stop).catch(line.onBug));
}
