import fc from "fast-check";

const audience = fc.constantFrom("class", "family", "public");
const state = fc.constantFrom("rendered", "published", "published");
const EpisodePlan = fc.record({ state, own: fc.option(audience, { freq: 2 }) });
const ChannelPlan = fc.record({
  visibility: audience,
  episodes: fc.array(EpisodePlan, { minLength: 2, maxLength: 4 }),
  /** The states of its shows. */
  shows: fc.array(fc.constantFrom("planned", "planned", "live", "ended"), { minLength: 2, maxLength: 3 }),
});
const ClassPlan = fc.record({
  pupils: fc.integer({ min: 3, max: 5 }),
  channels: fc.array(ChannelPlan, { minLength: 2, maxLength: 3 }),
  carts: fc.integer({ min: 2, max: 4 }),
  /** Which of its pupils are of one family, as distances from one child to the next. */
  families: fc.array(fc.nat(3), { minLength: 2, maxLength: 3 }),
});
const SchoolPlan = fc.record({
  /** Each teacher by the classes they have, as bits; an admin may have classes too, or none. */
  teachers: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 3 }),
  admins: fc.array(fc.nat(7), { minLength: 1, maxLength: 2 }),
  classes: fc.array(ClassPlan, { minLength: 2, maxLength: 3 }),
});

/** Several schools on one station; children are barred, desks are lent, and who asks what is drawn from `seed`. */
export const WorldPlan = fc.record({ schools: fc.array(SchoolPlan, { minLength: 2, maxLength: 3 }), seed: fc.nat() });
/** See {@link WorldPlan}. */
export type WorldPlan = typeof WorldPlan extends fc.Arbitrary<infer Plan> ? Plan : never;
/** One class of a {@link WorldPlan}. */
export type ClassPlan = WorldPlan["schools"][number]["classes"][number];
