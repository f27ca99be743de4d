import { z } from "zod";

// What another station writes is taken where it is what it should be; the rest counts as not said.
const said = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
const list = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).optional().catch(undefined);
const text = said(z.string());
const number = said(z.number());

const license = said(z.object({ display: text }));

const Item = z.object({
  title: text,
  description: text,
  pubDate: text,
  guid: said(z.object({ value: text })),
  enclosures: list(z.object({ url: text, length: number, type: text })),
  content: said(z.object({ encoded: text })),
  dc: said(z.object({ dates: list(z.string()) })),
  itunes: said(
    z.object({
      ...{ title: text, summary: text, image: text, season: number, episode: number },
      explicit: said(z.boolean()),
    }),
  ),
  podcast: said(
    z.object({
      season: said(z.object({ number })),
      episode: said(z.object({ number })),
      chapters: said(z.object({ url: text })),
      soundbites: list(z.object({ startTime: z.number(), duration: z.number(), display: text })),
      license,
    }),
  ),
  psc: said(z.object({ chapters: list(z.object({ start: text, title: text })) })),
});
/** An item of a feed: what of it an import reads. */
export type FeedItem = z.infer<typeof Item>;

/** A feed as feedsmith parsed it: what of it an import reads. */
export const ParsedFeed = z.object({
  title: text,
  description: text,
  image: said(z.object({ url: text })),
  itunes: said(z.object({ title: text, summary: text, image: text })),
  podcast: said(z.object({ license })),
  items: list(Item),
});
