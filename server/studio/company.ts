import { mostAtOneMicrophone, type Companion, type Strip } from "../../schemas/studio.ts";
import type { PupilId } from "../../schemas/ids.ts";

type Seated = Omit<Companion, "isSpeaking">;

/** Who is said to speak into a strip now; nobody in particular at a teacher's. */
export const speakersOf = ({ company }: Pick<Strip, "company">): PupilId[] =>
  company.flatMap(({ pupilId, isSpeaking }) => (isSpeaking ? [pupilId] : []));

/**
 * The company of a microphone once these are said to speak there: who was named before stays, so that one tap brings them back. The longest silent go first
 * when it grows too large, but for the first one, whose tablet it is.
 */
export function companyWith(company: readonly Companion[], speakers: readonly Seated[]): Companion[] {
  const isSpeaking = ({ pupilId }: Seated) => speakers.some((each) => each.pupilId === pupilId);
  const isNew = ({ pupilId }: Seated) => company.every((each) => each.pupilId !== pupilId);
  const all = [...company, ...speakers.filter(isNew)].map((each) => ({ ...each, isSpeaking: isSpeaking(each) }));
  const surplus = Math.max(0, all.length - mostAtOneMicrophone - 1);
  const gone = new Set(
    all
      .slice(1)
      .filter((each) => !each.isSpeaking)
      .slice(0, surplus),
  );
  return all.filter((each) => !gone.has(each));
}
