import { openAirSettings } from "./air-settings.ts";
import { openAirtimes } from "./airtimes.ts";
import { openAnchors } from "./anchors.ts";
import { openAudit } from "./audit.ts";
import { openBars } from "./bars.ts";
import { openCartPlays } from "./cart-plays.ts";
import { openCampaigns } from "./campaigns.ts";
import { openCartCopies } from "./cart-copies.ts";
import { openCarts } from "./carts.ts";
import { openChannels } from "./channels.ts";
import { openClassImport } from "./class-import.ts";
import { openClassrooms } from "./classrooms.ts";
import { openCompanies } from "./companies.ts";
import { openConsentOverview } from "./consent-overview.ts";
import { openConsents } from "./consents.ts";
import { openEpisodes } from "./episodes.ts";
import { openErasedPupils } from "./erased-pupils.ts";
import { openExercises } from "./exercises.ts";
import { openFamilies } from "./families.ts";
import type { Database } from "./open-database.ts";
import { openFeedAddresses } from "./feed-addresses.ts";
import { openEpisodePersons } from "./episode-persons.ts";
import { openHeardVoices } from "./heard-voices.ts";
import { openIdentities } from "./identities.ts";
import { openJournal } from "./journal.ts";
import { openLetterSubscriptions } from "./letter-subscriptions.ts";
import { openListenings } from "./listenings.ts";
import { openLostLetters } from "./lost-letters.ts";
import { openOffers } from "./offers.ts";
import { openPads } from "./pads.ts";
import { openPasskeys } from "./passkeys.ts";
import { openPictureSecrets } from "./picture-secrets.ts";
import { openPodcastImports } from "./podcast-imports.ts";
import { openNamedAdults } from "./named-adults.ts";
import { openPeople } from "./people.ts";
import { openPushSubscriptions } from "./push-subscriptions.ts";
import { openRegionSchools } from "./region-schools.ts";
import { openProgress } from "./progress.ts";
import { openReviews } from "./reviews.ts";
import { openRubrics } from "./rubrics.ts";
import { openReplies } from "./replies.ts";
import { openReplays } from "./replays.ts";
import { openRundownTemplates } from "./rundown-templates.ts";
import { openRundowns } from "./rundowns.ts";
import { openSchoolYears } from "./school-years.ts";
import { openSessions } from "./sessions.ts";
import { openShowCodes } from "./show-codes.ts";
import { openShows } from "./shows.ts";
import { openSpokenCarts } from "./spoken-carts.ts";
import { openTakes } from "./takes.ts";
import { openShowTurns } from "./show-turns.ts";
import { openTimetable } from "./timetable.ts";
import { openTranscripts } from "./transcripts.ts";

/** Every aggregate over one database, with one clock (epoch milliseconds). */
export const openStore = (database: Database, clock: () => number) => ({
  passkeys: openPasskeys(database),
  people: openPeople(database, clock),
  identities: openIdentities(database, clock),
  pictureSecrets: openPictureSecrets(database),
  classrooms: openClassrooms(database, clock),
  schoolYears: openSchoolYears(database, clock),
  classImports: openClassImport(database, clock),
  consents: openConsents(database, clock),
  consentOverview: openConsentOverview(database, clock),
  families: openFamilies(database, clock),
  feedAddresses: openFeedAddresses(database, clock),
  voices: openHeardVoices(database, clock),
  namedAdults: openNamedAdults(database, clock),
  episodePersons: openEpisodePersons(database, clock),
  erased: openErasedPupils(database, clock),
  sessions: openSessions(database),
  channels: openChannels(database, clock),
  shows: openShows(database, clock),
  reviews: openReviews(database, clock),
  rubrics: openRubrics(database),
  anchors: openAnchors(database),
  progress: openProgress(database, clock),
  showTurns: openShowTurns(database, clock),
  showCodes: openShowCodes(database, clock),
  timetable: openTimetable(database, clock),
  rundowns: openRundowns(database),
  airtimes: openAirtimes(database),
  bars: openBars(database, clock),
  companies: openCompanies(database, clock),
  carts: openCarts(database, clock),
  cartCopies: openCartCopies(database),
  offers: openOffers(database, clock),
  rundownTemplates: openRundownTemplates(database, clock),
  replays: openReplays(database, clock),
  pads: openPads(database),
  podcastImports: openPodcastImports(database, clock),
  cartPlays: openCartPlays(database, clock),
  episodes: openEpisodes(database, clock),
  transcripts: openTranscripts(database, clock),
  exercises: openExercises(database, clock),
  takes: openTakes(database, clock),
  spokenCarts: openSpokenCarts(database, clock),
  listenings: openListenings(database),
  letterSubscriptions: openLetterSubscriptions(database, clock),
  pushSubscriptions: openPushSubscriptions(database, clock),
  regionSchools: openRegionSchools(database, clock),
  campaigns: openCampaigns(database, clock),
  replies: openReplies(database, clock),
  airSettings: openAirSettings(database),
  audit: openAudit(database, clock),
  lostLetters: openLostLetters(database, clock),
  journal: openJournal(database),
});
/** See {@link openStore}. */
export type Store = ReturnType<typeof openStore>;
