import type { AnchorTables } from "./anchors.ts";
import type { ArchiveTables } from "./archive.ts";
import type { CampaignTables } from "./campaigns.ts";
import type { ExchangeTables } from "./exchange.ts";
import type { ListeningTables } from "./listenings.ts";
import type { ImportTables } from "./imports.ts";
import type { NewsTables } from "./news.ts";
import type { OralTables } from "./oral.ts";
import type { PeopleTables } from "./people.ts";
import type { RadioTables } from "./radio.ts";
import type { ReviewTables } from "./reviews.ts";
import type { RetentionTables } from "./retention.ts";
import type { TrustTables } from "./trust.ts";
import type { TurnsTables } from "./turns.ts";

/** The rows as the database keeps them; the aggregates beside this folder turn them into the contract's types. */
export type Tables = PeopleTables &
  TrustTables &
  RadioTables &
  AnchorTables &
  ArchiveTables &
  CampaignTables &
  RetentionTables &
  ReviewTables &
  ListeningTables &
  ImportTables &
  ExchangeTables &
  NewsTables &
  OralTables &
  TurnsTables;
