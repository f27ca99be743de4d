import { answerInStudio } from "./answer.ts";
import type { Line } from "./line.ts";

const given = <Values extends Record<string, unknown>>(values: Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Values]?: Exclude<Values[Key], undefined>;
  };

const handOf = (line: Line) => ({ isPupil: line.socket.data.actor.role === "pupil" });

/** Faders, microphones and carts, from the desk. */
export function converseAtTheDesk(line: Line) {
  answerInStudio(line, "setStrip", async ({ studio, peer }, { stripId, processing, ...change }) => {
    studio.stage.lending.requireMayMove(peer, stripId);
    studio.setStrip(stripId, { ...given(change), ...(processing && { processing: given(processing) }) });
    return {};
  });

  answerInStudio(line, "setAutomix", async ({ studio }, { hasAutomix }) => {
    studio.sound.setAutomix(hasAutomix);
    return {};
  });

  answerInStudio(line, "setDucking", async ({ studio }, ducking) => {
    studio.sound.setDucking(ducking);
    return {};
  });

  answerInStudio(line, "cueStrip", async ({ studio }, { stripId, isCued }) => {
    studio.sound.cue(stripId, isCued);
    return {};
  });

  answerInStudio(line, "setCartsGain", async ({ studio }, { gainDb }) => {
    studio.carts.setGain(gainDb);
    return {};
  });

  answerInStudio(line, "playCart", async ({ studio }, { cartId }) => {
    studio.carts.play(cartId, handOf(line));
    return {};
  });

  answerInStudio(line, "stopCart", async ({ studio }, { cartId }) => {
    studio.carts.stop(cartId, handOf(line));
    return {};
  });
}
