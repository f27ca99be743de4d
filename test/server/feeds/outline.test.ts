import { XMLParser } from "fast-xml-parser";
import { expect, test } from "vitest";
import { openDoors } from "../../support/doors.ts";

type Outline = { "@text": string; "@xmlUrl"?: string; outline?: Outline[] };

function read(xml: string): Outline[] {
  const isArray = (name: string) => name === "outline";
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "@", isArray });
  return (parser.parse(xml) as { opml: { body: { outline?: Outline[] } } }).opml.body.outline ?? [];
}

test("an app takes all public radios of the station in one go, by school; what is for a class or its families is not among them", async () => {
  await using doors = await openDoors();
  const app = doors.browser();
  const ofNobody = read(await (await app.get("/chaines.opml")).text());
  expect(ofNobody.map((outline) => outline["@xmlUrl"])).toEqual([undefined]);
  const [one, other] = [await doors.seedSchool(), await doors.seedSchool()];
  await doors.store.channels.change(one.channel.id, { visibility: "public", title: "Radio <Préau> & Cie" });
  await doors.store.channels.change(other.channel.id, { visibility: "family" });
  const answer = await app.get("/chaines.opml");
  expect(answer.headers.get("content-type")).toBe("text/x-opml; charset=utf-8");
  const schools = read(await answer.text());
  expect(schools).toHaveLength(1);
  const [radio, ...none] = schools[0]!.outline!;
  expect([radio!["@xmlUrl"], none]).toEqual([`http://antenne.test/feeds/${one.channel.slug}.xml`, []]);
  const said = radio!["@text"].replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  expect(said).toBe("Radio <Préau> & Cie");
  expect((await app.get(radio!["@xmlUrl"]!.replace("http://antenne.test", ""))).status).toBe(200);
});
