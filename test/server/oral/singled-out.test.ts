import { v7 } from "uuid";
import { expect, test } from "vitest";
import { PupilId, type SchoolId } from "../../../schemas/ids.ts";
import { surveyQuestions, type CampaignState, type SurveyAnswers } from "../../../schemas/impact.ts";
import { fewestTold } from "../../../schemas/region.ts";
import { openSurveyBox } from "../../../server/oral/survey-box.ts";
import { openCampaigns } from "../../../server/store/campaigns.ts";
import { openPeople } from "../../../server/store/people.ts";
import type { Database } from "../../../server/store/open-database.ts";
import { makeRandom, type Random } from "../../support/every-door/random.ts";
import { lastingDatabase } from "../../support/fresh-database.ts";
import { scratch } from "../../support/scratch.ts";

const september = Date.parse("2026-09-07T08:00:00Z");
const order: CampaignState[] = ["starting", "running", "ending", "ended"];

type Event =
  | { kind: "open" | "goOn" | "nothing"; school: number }
  | { kind: "answer"; school: number; pupil: number; answers: SurveyAnswers };

/** Schools of a few pupils each, whose admins ask and close in any order while pupils answer or do not. */
function drawEvents(random: Random): { sizes: number[]; events: Event[] } {
  const sizes = Array.from({ length: 2 + random.below(4) }, () => 1 + random.below(16));
  const level = () => (random.below(8) === 0 ? null : 1 + random.below(4));
  const answer =
    (school: number) =>
    (_: unknown, pupil: number): Event => ({
      ...{ kind: "answer", school, pupil },
      answers: { basic: level(), digital: level(), motivation: level(), engagement: level() },
    });
  const ofSchool = sizes.map((size, school): Event[] => {
    const asking = () =>
      random.shuffled(Array.from({ length: size }, answer(school)).filter(() => random.below(6) > 0));
    const goOn: Event = { kind: "goOn", school };
    return [{ kind: "open", school }, ...asking(), goOn, goOn, ...asking(), goOn];
  });
  const events: Event[] = [];
  while (ofSchool.some(({ length }) => length > 0))
    events.push(random.one(ofSchool.filter(({ length }) => length > 0))!.shift()!);
  return { sizes, events };
}

/** Looking at everything after each answer would take a minute. */
const looksEvery = 6;

/** All that anybody is ever told, after each event that may change it and some others; and what it is exactly of, school by school and for the region. */
type Watched = { views: Map<number, string>; exact: Map<number, Map<string, number>> };

async function play(database: Database, directory: string, sizes: readonly number[], events: readonly Event[]) {
  const clock = () => september;
  const campaigns = openCampaigns(database, clock);
  const box = await openSurveyBox({ campaigns, dataDirectory: directory });
  const people = openPeople(database, clock);
  const schools: SchoolId[] = [];
  for (const size of sizes) schools.push((await people.createSchool({ name: `École ${size}`, city: "Vierzon" })).id);
  const pupils = sizes.map((size) => Array.from({ length: size }, () => PupilId.parse(v7())));
  const states = sizes.map(() => 0);
  const watched: Watched = { views: new Map(), exact: new Map() };
  for (const [index, event] of events.entries()) {
    const schoolId = schools[event.school]!;
    if (event.kind === "open") await box.open(schoolId);
    else if (event.kind === "goOn") await box.move(schoolId, order[(states[event.school]! += 1)]!);
    else if (event.kind === "answer")
      await box.answer({ schoolId, id: pupils[event.school]![event.pupil]!, who: "pupils" }, event.answers);
    if (event.kind === "answer" && index % looksEvery > 0) continue;
    const told = await Promise.all(schools.map((id) => campaigns.listOf(id)));
    const withoutIds = told.map((all) => all.map(({ figures, state }) => ({ figures, state })));
    watched.views.set(index, JSON.stringify([withoutIds, await campaigns.ofRegion()]));
    watched.exact.set(index, await regionTotals(database));
  }
  return watched;
}

/** Of how many persons the region's figures are, exactly. */
async function regionTotals(database: Database): Promise<Map<string, number>> {
  const own = await database
    .selectFrom("campaignSum")
    .innerJoin("campaign", "campaign.id", "campaignSum.campaignId")
    .where("campaign.state", "=", "ended")
    .select(["figure", "persons"])
    .execute();
  const pooled = await database.selectFrom("pooledSum").select(["figure", "persons"]).where("isTold", "=", 1).execute();
  const totals = new Map<string, number>();
  for (const { figure, persons } of [...own, ...pooled]) totals.set(figure, (totals.get(figure) ?? 0) + persons);
  return totals;
}

const turned = (answers: SurveyAnswers): SurveyAnswers => {
  const turn = (level: number | null) => (level === null ? null : 5 - level);
  return {
    basic: turn(answers.basic),
    digital: turn(answers.digital),
    motivation: turn(answers.motivation),
    engagement: turn(answers.engagement),
  };
};

test("in random small worlds no view tells what one pupil answered before ten others are in the same figure", async () => {
  using directory = scratch();
  const { database, empty } = await lastingDatabase();
  let looks = 0;
  let tellings = 0;
  for (let seed = 1; seed <= 25; seed += 1) {
    const random = makeRandom(seed);
    const { sizes, events } = drawEvents(random);
    const said = events.flatMap((event, index) => (event.kind === "answer" ? [index] : []));
    const chosen = random.one(said);
    if (chosen === undefined) continue;
    const other = events.map((event, index) =>
      index === chosen && event.kind === "answer" ? { ...event, answers: turned(event.answers) } : event,
    );
    const without = events.map((event, index): Event => (index === chosen ? { ...event, kind: "nothing" } : event));
    const worlds = [];
    for (const each of [events, other, without]) {
      empty();
      worlds.push(await play(database, directory.path, sizes, each));
    }
    const [one, twin, absent] = worlds as [Watched, Watched, Watched];
    let [viewBefore, before] = ["", new Map<string, number>()];
    for (const [index, view] of one.views) {
      for (const [figure, persons] of one.exact.get(index)!) {
        const more = persons - (before.get(figure) ?? 0);
        expect(more === 0 || more >= fewestTold, `seed ${seed}: ${figure} grew by ${more}`).toBe(true);
      }
      // An answer changes nothing that anybody sees.
      if (events[index]!.kind === "answer") expect(view, `seed ${seed}`).toBe(viewBefore);
      // What this pupil answered, or that they did, is only to be seen in figures of ten.
      const others = [twin.views.get(index), absent.views.get(index) ?? view];
      if (others.some((each) => each !== view)) {
        tellings += 1;
        expect(closedWith(events, chosen, index), `seed ${seed}`).toBeGreaterThanOrEqual(fewestTold);
      }
      [viewBefore, before] = [view, one.exact.get(index)!];
      looks += 1;
    }
  }
  await database.destroy();
  expect(looks).toBeGreaterThan(400);
  expect(tellings).toBeGreaterThan(10);
});

/** The most answers to one question that may be together in a figure with the chosen one: of all askings of that moment that are closed by then. */
function closedWith(events: readonly Event[], chosen: number, until: number): number {
  const momentAt = (school: number, index: number) =>
    events.slice(0, index).filter((each) => each.kind === "goOn" && each.school === school).length;
  const { school } = events[chosen]!;
  const moment = momentAt(school, chosen);
  const isClosed = (of: number) => momentAt(of, until + 1) > moment;
  if (!isClosed(school)) return 0;
  const counts = surveyQuestions.map(
    (question) =>
      events.filter(
        (each, index) =>
          each.kind === "answer" &&
          each.answers[question] !== null &&
          momentAt(each.school, index) === moment &&
          isClosed(each.school),
      ).length,
  );
  return Math.max(...counts);
}

test("a school of five that asks twice in a year makes no ten by itself, and one of twelve counts twelve", async () => {
  using directory = scratch();
  const { database } = await lastingDatabase();
  let now = september;
  const campaigns = openCampaigns(database, () => (now += 60_000));
  const box = await openSurveyBox({ campaigns, dataDirectory: directory.path });
  const people = openPeople(database, () => now);
  const answers = { basic: 3, digital: 3, motivation: 4, engagement: 2 } as const;
  for (const size of [5, 12]) {
    const { id: schoolId } = await people.createSchool({ name: `École ${size}`, city: "Vierzon" });
    const pupils = Array.from({ length: size }, () => PupilId.parse(v7()));
    for (let campaign = 0; campaign < 2; campaign++) {
      await box.open(schoolId);
      for (const id of pupils) await box.answer({ schoolId, id, who: "pupils" }, answers);
      for (const to of order.slice(1)) await box.move(schoolId, to);
    }
  }
  const totals = await database.selectFrom("pooledSum").select("persons").execute();
  expect(totals.length).toBeGreaterThan(0);
  expect(totals.every(({ persons }) => persons === 5)).toBe(true);
  const [year] = await campaigns.ofRegion();
  expect(JSON.stringify(year?.figures)).toContain('"persons":10');
  expect(JSON.stringify(year?.figures)).not.toMatch(/"persons":(20|30)/);
  await database.destroy();
});
