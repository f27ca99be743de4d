import type { PupilId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import { answerInStudio } from "./answer.ts";
import type { Line } from "./line.ts";

/** The browser's own voice. */
export function converseAboutMicrophone(line: Line) {
  answerInStudio(line, "produce", async ({ studio, peer }, { transportId, rtpParameters }) => ({
    producerId: await studio.floor.produce(peer, transportId, rtpParameters),
  }));

  answerInStudio(line, "closeProducer", async ({ studio, peer }, { producerId }) => {
    if (peer.media.voice?.producerId !== producerId) throw new Refusal("producer.not_found");
    await studio.floor.closeVoice(peer);
    return {};
  });

  answerInStudio(line, "setHeadphones", async ({ studio, peer }, { hasHeadphones }) => {
    studio.setHeadphones(peer, hasHeadphones);
    return {};
  });

  /** As the class knows them: nobody is called at a microphone by another name. */
  const companionsOf = async (pupilIds: readonly PupilId[]) => {
    const pupils = await Promise.all([...new Set(pupilIds)].map((id) => line.people.requirePupil(id)));
    return pupils.map(({ id: pupilId, firstName: name, bird, colour }) => ({ pupilId, name, bird, colour }));
  };

  answerInStudio(line, "tellSpeakers", async ({ studio, peer }, { pupilIds }) => {
    studio.setSpeakers(peer.strip.id, await companionsOf(pupilIds), { isDesk: false });
    return {};
  });

  answerInStudio(line, "setSpeakers", async ({ studio }, { stripId, pupilIds }) => {
    studio.setSpeakers(stripId, await companionsOf(pupilIds), { isDesk: true });
    return {};
  });

  answerInStudio(line, "setMicrophone", async ({ studio, peer }, { state, suggestedTrimDb }) => {
    studio.setMicrophone(peer, state);
    if (suggestedTrimDb !== undefined) studio.sound.suggestTrim(peer.strip.id, suggestedTrimDb);
    return {};
  });
}
