import fc from "fast-check";

/** From how many to how many of each there are. */
type Size = Readonly<
  Record<"schools" | "staff" | "classes" | "pupils" | "channels" | "ofEach", [number, number]> & {
    /** Whether a school was shut. */
    isShut: fc.Arbitrary<boolean>;
  }
>;

const audience = fc.constantFrom("class", "family", "public");
const state = fc.constantFrom("rendered", "published", "published");
const EpisodePlan = fc.record({ state, own: fc.option(audience, { freq: 2 }) });
const rarely = (once: number) => fc.nat(once - 1).map((drawn) => drawn === 1);
const some = <Each>(each: fc.Arbitrary<Each>, [minLength, maxLength]: readonly [number, number]) =>
  fc.array(each, { minLength, maxLength });

/** Several schools on one station; children are barred, desks are lent, and who asks what is drawn from `seed`. */
const worldPlan = ({ schools, staff, classes, pupils, channels, ofEach, isShut }: Size) => {
  const ChannelPlan = fc.record({
    visibility: audience,
    episodes: some(EpisodePlan, ofEach),
    /** The states of its shows. */
    shows: some(fc.constantFrom("planned", "planned", "live", "ended"), ofEach),
  });
  const FamilyPlan = fc.record({
    /** Which of a class's pupils are of one family, as the distance from one child to the next. */
    distance: fc.nat(3),
    /** Whether its link was taken back. */
    isRevoked: rarely(4),
  });
  const ClassPlan = fc.record({
    pupils: fc.integer({ min: pupils[0], max: pupils[1] }),
    channels: some(ChannelPlan, channels),
    carts: fc.integer({ min: ofEach[0], max: ofEach[1] }),
    families: some(FamilyPlan, ofEach),
    /** Whether its year is over. */
    isArchived: rarely(5),
  });
  const SchoolPlan = fc.record({
    /** Each teacher by the classes they have, as bits, and whether their account was shut; an admin may have classes too, or none. */
    teachers: some(fc.record({ bits: fc.integer({ min: 1, max: 7 }), isShut: rarely(4) }), staff),
    admins: some(fc.nat(7), [1, 2]),
    classes: some(ClassPlan, classes),
    isShut,
  });
  return fc.record({ schools: some(SchoolPlan, schools), seed: fc.nat() });
};

/** A world in which everything is there, near and far. */
export const WorldPlan = worldPlan({
  ...{ schools: [2, 3], staff: [2, 3], classes: [2, 3], pupils: [3, 5], channels: [2, 3], ofEach: [2, 4] },
  isShut: fc.constant(false),
});
/** A world that costs little: two schools of a class or two, and of each thing one or two. */
export const SmallWorldPlan = worldPlan({
  ...{ schools: [1, 2], staff: [1, 2], classes: [1, 2], pupils: [1, 2], channels: [1, 1], ofEach: [1, 2] },
  isShut: rarely(8),
});
/** See {@link WorldPlan}. */
export type WorldPlan = typeof WorldPlan extends fc.Arbitrary<infer Plan> ? Plan : never;
/** One class of a {@link WorldPlan}. */
export type ClassPlan = WorldPlan["schools"][number]["classes"][number];
