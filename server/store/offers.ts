import { z } from "zod";
import { mostOffers, OfferKind, OfferReach } from "../../schemas/exchange.ts";
import { CartId, ClassroomId, EpisodeId, OfferId, SchoolId } from "../../schemas/ids.ts";
import { Description, Title } from "../../schemas/people.ts";
import { Credit, RundownItem } from "../../schemas/rundown.ts";
import { Refusal } from "../errors.ts";
import { makeForgetName, nameIn } from "./forget-name.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";

/** An offer as it is kept: what it holds is looked up where it is at home, but for the items of a rundown. */
export const KeptOffer = z.strictObject({
  id: OfferId,
  classroomId: ClassroomId,
  kind: OfferKind,
  title: Title,
  words: Description,
  reach: OfferReach,
  items: z.array(RundownItem),
  cartId: CartId.nullable(),
  episodeId: EpisodeId.nullable(),
  offeredAt: z.iso.datetime(),
  credit: Credit,
});
/** See {@link KeptOffer}. */
export type KeptOffer = z.infer<typeof KeptOffer>;

const columns = [
  ...(["offer.id", "offer.classroomId", "offer.kind", "offer.title", "offer.words", "offer.reach"] as const),
  ...(["offer.items", "offer.cartId", "offer.episodeId", "offer.offeredAt"] as const),
  ...(["classroom.name as className", "school.name as schoolName", "school.city"] as const),
];

/** What classes offer each other. */
export function openOffers(database: Database, clock: () => number = Date.now) {
  const rows = () =>
    database
      .selectFrom("offer")
      .innerJoin("classroom", "classroom.id", "offer.classroomId")
      .innerJoin("school", "school.id", "classroom.schoolId")
      .select(columns)
      .orderBy("offer.id", "desc");
  type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;
  const toOffer = ({ className, schoolName, city, offeredAt, items, ...row }: Row): KeptOffer =>
    KeptOffer.parse({
      ...{ ...row, offeredAt: new Date(offeredAt).toISOString(), items: JSON.parse(items) as unknown },
      credit: `${className}, ${schoolName}, ${city}`,
    });
  const ofClassroom = async (classroomId: ClassroomId): Promise<KeptOffer[]> =>
    (await rows().where("offer.classroomId", "=", classroomId).execute()).map(toOffer);
  /** Those of other classes, as far as they are offered. */
  const others = (classroomId: ClassroomId, schoolId: SchoolId) =>
    rows()
      .where("offer.classroomId", "!=", classroomId)
      .where("classroom.archivedAt", "is", null)
      .where("school.shutAt", "is", null)
      .where((of) => of.or([of("offer.reach", "=", "region"), of("classroom.schoolId", "=", schoolId)]));
  const schoolOf = async (classroomId: ClassroomId) => {
    const row = database.selectFrom("classroom").select("schoolId").where("id", "=", classroomId);
    return SchoolId.parse((await row.executeTakeFirstOrThrow()).schoolId);
  };
  const namesOf = async (classroomId: ClassroomId) => {
    const pupils = database.selectFrom("pupil").select("firstName").where("classroomId", "=", classroomId);
    return (await pupils.orderBy("firstName").execute()).map(({ firstName }) => firstName);
  };

  return {
    /** A class's own, the newest first. */
    ofClassroom,
    /** What others offer to a class, the newest first. */
    offeredTo: async (classroomId: ClassroomId): Promise<KeptOffer[]> =>
      (await others(classroomId, await schoolOf(classroomId)).execute()).map(toOffer),
    /** One of those; any other does not exist for this class. */
    requireFor: async (classroomId: ClassroomId, id: string): Promise<KeptOffer> => {
      const row = await others(classroomId, await schoolOf(classroomId))
        .where("offer.id", "=", id)
        .executeTakeFirst();
      if (row === undefined) throw new Refusal("offer.not_found");
      return toOffer(row);
    },
    create: async ({ items, ...offer }: Omit<KeptOffer, "id" | "offeredAt" | "credit">): Promise<void> => {
      if ((await ofClassroom(offer.classroomId)).length >= mostOffers) throw new Refusal("offer.too_many");
      const row = { id: newId(OfferId), ...offer, items: JSON.stringify(items), offeredAt: clock() };
      await database.insertInto("offer").values(row).execute();
    },
    /** Takes one back; of another class, there is none. Episodes are not heard again anywhere from now on; other copies stay where they are. */
    remove: async (classroomId: ClassroomId, id: string) => {
      const offer = database.deleteFrom("offer").where("classroomId", "=", classroomId).where("id", "=", id);
      if ((await offer.executeTakeFirstOrThrow()).numDeletedRows === 0n) throw new Refusal("offer.not_found");
    },
    noteTaking: async (offerId: OfferId, classroomId: ClassroomId) => {
      const taking = database.insertInto("offerTaking").values({ offerId, classroomId, takenAt: clock() });
      await taking.onConflict((known) => known.doNothing()).execute();
    },
    takenBy: async (classroomId: ClassroomId): Promise<Set<string>> => {
      const taken = database.selectFrom("offerTaking").select("offerId").where("classroomId", "=", classroomId);
      return new Set((await taken.execute()).map(({ offerId }) => offerId));
    },
    /** How many classes took each of a class's own. */
    takings: async (classroomId: ClassroomId): Promise<Map<string, number>> => {
      const taken = database
        .selectFrom("offerTaking")
        .innerJoin("offer", "offer.id", "offerTaking.offerId")
        .where("offer.classroomId", "=", classroomId)
        .groupBy("offerId")
        .select((of) => ["offerId", of.fn.countAll<number>().as("classes")]);
      return new Map((await taken.execute()).map(({ offerId, classes }) => [offerId, classes]));
    },
    /** First names of a class that stand in some texts. */
    namedIn: async (classroomId: ClassroomId, texts: readonly string[]): Promise<string[]> => {
      const names = await namesOf(classroomId);
      return names.filter((name) => {
        const others = names.filter((other) => other !== name);
        return texts.some((text) => nameIn(name, others).test(text));
      });
    },
    /** Takes every first name of a class out of a text. */
    forgetNames: async (classroomId: ClassroomId): Promise<(text: string) => string> => {
      const names = await namesOf(classroomId);
      const forget = names.map((name) =>
        makeForgetName(
          name,
          names.filter((other) => other !== name),
        ),
      );
      return (text) => forget.reduce((told, take) => take(told), text);
    },
  };
}
/** See {@link openOffers}. */
export type Offers = ReturnType<typeof openOffers>;
