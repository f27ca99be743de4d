import { mostFeedAddresses, type FeedAddress, type FeedDevice } from "../../schemas/feed-addresses.ts";
import { FeedAddressId, type FamilyId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { FeedAddresses, FeedOwner } from "../store/feed-addresses.ts";
import { newId } from "../store/new-id.ts";
import type { FamilyTokens } from "./family-tokens.ts";
import { prefixFor } from "./private-address.ts";
import { hashToken } from "./session-token.ts";

type Parts = { feedAddresses: FeedAddresses; tokens: Pick<FamilyTokens, "feed" | "feedAddress"> };

/** Private feed addresses as their holders make, read and stop them. An address is derived from the station's key, so that it can be shown again. */
export function makeFeedDoors({ feedAddresses, tokens }: Parts) {
  const prefixOf = (token: string, tokenHash: string) => (hashToken(token) === tokenHash ? prefixFor(token) : null);

  async function listOf(owner: FeedOwner): Promise<FeedAddress[]> {
    const others = (await feedAddresses.listOf(owner)).map(({ tokenHash, device, createdAt, isUsed, id }) => ({
      ...{ id, device: device as FeedDevice, isUsed: isUsed === 1 },
      createdAt: new Date(createdAt).toISOString(),
      prefix: prefixOf(tokens.feedAddress(id), tokenHash),
    }));
    return "familyId" in owner ? [...(await ofLink(owner.familyId)), ...others] : others;
  }

  async function ofLink(id: FamilyId): Promise<FeedAddress[]> {
    const { issue, feedTokenHash, issuedAt, isFeedUsed } = await feedAddresses.ofLink(id);
    if (feedTokenHash === null) return [];
    const prefix = prefixOf(tokens.feed(id, issue), feedTokenHash);
    return [{ id, device: null, isUsed: isFeedUsed === 1, createdAt: new Date(issuedAt).toISOString(), prefix }];
  }

  return {
    listOf,
    /** What a family's feeds begin with on its channels' pages: of its oldest address; undefined once all are stopped. */
    prefixOfFamily: async (familyId: FamilyId): Promise<string | undefined> =>
      (await listOf({ familyId })).find(({ prefix }) => prefix !== null)?.prefix ?? undefined,
    /** Refuses one too many. */
    make: async (owner: FeedOwner, device: FeedDevice): Promise<FeedAddress> => {
      if ((await listOf(owner)).length >= mostFeedAddresses) throw new Refusal("feed.too_many_addresses");
      const id = newId(FeedAddressId);
      await feedAddresses.create(owner, { id, device, tokenHash: hashToken(tokens.feedAddress(id)) });
      return (await listOf(owner)).find((address) => address.id === id)!;
    },
    /** What it opened is shut: feed, sound, pictures, live. */
    stop: (owner: FeedOwner, id: string) => feedAddresses.remove(owner, id),
  };
}
/** See {@link makeFeedDoors}. */
export type FeedDoors = ReturnType<typeof makeFeedDoors>;
