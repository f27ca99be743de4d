import { answerInStudio } from "./answer.ts";
import type { Line } from "./line.ts";

/** The browser's two transports, and what it hears through one of them. */
export function converseAboutTransports(line: Line) {
  answerInStudio(line, "openTransport", ({ studio, peer }, { direction, forceTcp }) =>
    studio.floor.openTransport(peer, direction, forceTcp),
  );

  answerInStudio(line, "connectTransport", async ({ peer }, { transportId, dtlsParameters }) => {
    await peer.media.transport(transportId).connect(dtlsParameters);
    return {};
  });

  answerInStudio(line, "restartIce", async ({ peer }, { transportId }) => ({
    iceParameters: await peer.media.transport(transportId).restartIce(),
  }));

  answerInStudio(line, "consume", async ({ studio, peer }, { transportId, rtpCapabilities }) => {
    await studio.floor.consume(peer, transportId, rtpCapabilities);
    return {};
  });

  answerInStudio(line, "resumeConsumer", async ({ peer }, { consumerId }) => {
    await peer.media.resumeConsumer(consumerId);
    return {};
  });
}
