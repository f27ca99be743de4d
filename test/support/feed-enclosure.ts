/** Address of the newest episode's enclosure in a feed, as a podcast application finds it: a live item stands before the episodes. */
export async function enclosureIn(feedUrl: string): Promise<string> {
  const feed = await (await fetch(feedUrl)).text();
  const found = /<item>.*?<enclosure [^>]*url="([^"]+)"/s.exec(feed)?.[1];
  if (found === undefined) throw new Error(`no enclosure in ${feed}`);
  return found.replaceAll("&amp;", "&");
}
