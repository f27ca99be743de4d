import { auditName } from "../access/actor.ts";
import { answerInStudio } from "./answer.ts";
import type { Line } from "./line.ts";

/** À l'antenne, Annuler, Couper, Fin. */
export function converseAboutTransmission(line: Line) {
  const note = (act: string, showId: string, detail: string) =>
    line.audit.write({ actor: auditName(line.socket.data.actor), act, target: `show:${showId}`, detail });

  answerInStudio(line, "goOnAir", async ({ studio, showId }) => {
    await line.requireRoom({ showId });
    await studio.transmitter.goOnAir();
    return {};
  });

  answerInStudio(line, "cancelCountdown", async ({ studio }) => {
    await studio.transmitter.cancelCountdown();
    return {};
  });

  answerInStudio(line, "endShow", async ({ studio }) => ({ episodeId: await studio.transmitter.endShow() }));

  answerInStudio(line, "stopShow", async ({ studio, showId }) => {
    await studio.transmitter.stopShow();
    await note("show.stopped", showId, "what the delay held was not heard");
    return {};
  });

  answerInStudio(line, "cut", async ({ studio, showId }) => {
    const { at, seconds } = await studio.air.cut();
    await note("show.cut", showId, `${seconds} s before ${at}`);
    return { seconds };
  });

  answerInStudio(line, "setAir", async ({ studio }, { delaySeconds, cutSeconds }) => {
    await studio.air.set({
      ...(delaySeconds !== undefined && { delaySeconds }),
      ...(cutSeconds !== undefined && { cutSeconds }),
    });
    return {};
  });
}
