import { randomInt } from "node:crypto";
import type { ClassroomId, PupilId } from "../../schemas/ids.ts";
import { Picture, PictureSecret, type DrawnSecret } from "../../schemas/pictures.ts";
import { Refusal } from "../errors.ts";
import type { PictureSecrets } from "../store/picture-secrets.ts";
import { hashPassword, isPasswordOf } from "./passwords.ts";
import type { Throttles } from "./throttle.ts";

/** A pupil whom the teacher lets in without the pictures has so long to touch their bird. */
const passMs = 10 * 60_000;

type Parts = { pictureSecrets: PictureSecrets; throttles: Throttles; clock: () => number };

const draw = () => PictureSecret.parse([0, 1, 2].map(() => Picture.options[randomInt(Picture.options.length)]));
const written = (pictures: PictureSecret) => pictures.join(" ");

/** The lock behind a pupil's bird: three pictures, for who has them. What the teacher opens once is kept in memory. */
export function makePictureLocks({ pictureSecrets, throttles, clock }: Parts) {
  const passes = new Map<PupilId, number>();

  /** True once per pass. */
  function usePass(pupilId: PupilId): boolean {
    const until = passes.get(pupilId) ?? 0;
    passes.delete(pupilId);
    return until > clock();
  }

  async function renew(pupilId: PupilId): Promise<DrawnSecret> {
    const pictures = draw();
    await pictureSecrets.set(pupilId, await hashPassword(written(pictures)));
    return { pupilId, pictures };
  }

  return {
    /**
     * Opens for whoever has no pictures, knows them, or was let in. Throws `pupil.pictures_missing`, `pupil.pictures_wrong`, and `request.too_many` for a pupil or an
     * address that was tried too often.
     */
    open: async (pupilId: PupilId, pictures: PictureSecret | undefined, address: string): Promise<void> => {
      const secretHash = await pictureSecrets.hashOf(pupilId);
      if (secretHash === null || usePass(pupilId)) return;
      if (pictures === undefined) throw new Refusal("pupil.pictures_missing");
      await throttles.picturesByAddress.attempt([address], () =>
        throttles.pictures.attempt([pupilId], async () => {
          if (!(await isPasswordOf(secretHash, written(pictures)))) throw new Refusal("pupil.pictures_wrong");
        }),
      );
    },
    /** Draws three pictures for a pupil, in place of those they had. */
    renew,
    /** Draws them for everybody of a classroom who has none. */
    drawForClass: async (classroomId: ClassroomId): Promise<DrawnSecret[]> => {
      const drawn: DrawnSecret[] = [];
      for (const pupilId of await pictureSecrets.list(classroomId, { hasSecret: false })) {
        const pictures = draw();
        // Whom a colleague draws them for at the same time stands on the colleague's sheet.
        if (await pictureSecrets.give(pupilId, await hashPassword(written(pictures))))
          drawn.push({ pupilId, pictures });
      }
      return drawn;
    },
    remove: (pupilId: PupilId): Promise<void> => pictureSecrets.set(pupilId, null),
    /** Lets a pupil in once without their pictures. */
    letIn: (pupilId: PupilId): void => {
      passes.set(pupilId, clock() + passMs);
    },
    /** Who of a classroom has pictures. */
    listIn: (classroomId: ClassroomId): Promise<PupilId[]> => pictureSecrets.list(classroomId, { hasSecret: true }),
  };
}
/** See {@link makePictureLocks}. */
export type PictureLocks = ReturnType<typeof makePictureLocks>;
