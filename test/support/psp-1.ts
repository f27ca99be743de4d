import { XMLParser } from "fast-xml-parser";

type Node = Record<string, unknown>;

/** Reads a feed as a plain tree, with a parser that is not the one that wrote it. Attributes begin with `@`. */
export function readFeedTree(xml: string): { channel: Node; items: Node[] } {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    parseTagValue: false,
    isArray: (name) => name === "item",
  });
  const { rss } = parser.parse(xml) as { rss: { channel: Node & { item?: Node[] } } };
  return { channel: rss.channel, items: rss.channel.item ?? [] };
}

const attribute = (node: unknown, name: string) => (node as Node | undefined)?.[`@${name}`];
const isText = (node: unknown) => typeof node === "string" && node.trim().length > 0;
const isHttp = (address: unknown) => typeof address === "string" && /^https?:\/\/[^\s]+$/.test(address);
const bytes = (node: unknown) => Buffer.byteLength(typeof node === "string" ? node : "");

/** Every MUST and SHOULD of PSP-1 (github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification) that a feed breaks, in words. */
export function brokenRules(xml: string): string[] {
  const { channel, items } = readFeedTree(xml);
  const rules: [string, boolean][] = [
    ["the document is UTF-8 XML", /^<\?xml version="1.0" encoding="utf-8"\?>/i.test(xml)],
    ["rss is 2.0", xml.includes('<rss version="2.0"')],
    ["the iTunes namespace is declared", xml.includes('xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"')],
    ["the podcast namespace is declared", xml.includes('xmlns:podcast="https://podcastindex.org/namespace/1.0"')],
    ["the atom namespace is declared", xml.includes('xmlns:atom="http://www.w3.org/2005/Atom"')],
    ["atom:link names the feed itself", attribute(channel["atom:link"], "rel") === "self"],
    ["atom:link is of type rss+xml", attribute(channel["atom:link"], "type") === "application/rss+xml"],
    ["atom:link has an address", isHttp(attribute(channel["atom:link"], "href"))],
    ["channel has a title", isText(channel.title)],
    ["channel has a description", isText(channel.description)],
    ["description is at most 4000 bytes", bytes(channel.description) <= 4_000],
    ["channel has a link", isHttp(channel.link)],
    ["channel has a language", /^[a-z]{2}(-[a-z]{2})?$/.test(String(channel.language))],
    ["channel has a category", isText(attribute(channel["itunes:category"], "text"))],
    ["explicit is true or false", ["true", "false"].includes(String(channel["itunes:explicit"]))],
    ["channel has an image", isHttp(attribute(channel["itunes:image"], "href"))],
    ["channel says whether it is locked", ["yes", "no"].includes(String(channel["podcast:locked"]))],
    [
      "channel has a guid of version 5",
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab]/.test(String(channel["podcast:guid"])),
    ],
    ["channel has an author", isText(channel["itunes:author"])],
    ...items.flatMap(itemRules),
  ];
  return rules.filter(([, isKept]) => !isKept).map(([rule]) => rule);
}

function itemRules(item: Node): [string, boolean][] {
  const enclosure = item.enclosure;
  return [
    ["item has a title", isText(item.title)],
    ["item has an enclosure address", isHttp(attribute(enclosure, "url"))],
    ["enclosure has a length", Number(attribute(enclosure, "length")) > 0],
    ["enclosure has a type", attribute(enclosure, "type") === "audio/mpeg"],
    ["enclosure's file name is ASCII", /^[\x21-\x7e]+\.mp3$/.test(String(attribute(enclosure, "url")))],
    ["item has a guid", isText((item.guid as Node)["#text"]) && attribute(item.guid, "isPermaLink") === "false"],
    ["item has a link", isHttp(item.link)],
    [
      "item has a date of RFC 2822",
      /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})$/.test(String(item.pubDate)),
    ],
    ["item has a description", isText(item.description) && bytes(item.description) <= 4_000],
    ["duration is in whole seconds", /^[1-9]\d*$/.test(String(item["itunes:duration"]))],
    ["item has an image", isHttp(attribute(item["itunes:image"], "href"))],
    ["item's explicit is true or false", ["true", "false"].includes(String(item["itunes:explicit"]))],
  ];
}
