import { z } from "zod";
import { Cart, CartMeasure } from "../../schemas/carts.ts";
import { Channel } from "../../schemas/channels.ts";
import { EpisodeVoices, HeardVoice, PupilConsent, VoiceConsent } from "../../schemas/consent.ts";
import { Chapter, Enclosure, Episode } from "../../schemas/episodes.ts";
import { Exercise } from "../../schemas/exercises.ts";
import { Family, FamilyChannel, FamilyChild, FamilyHome, FamilyLink, FamilyVoice } from "../../schemas/families.ts";
import { ClassFeedAddress, FeedAddress } from "../../schemas/feed-addresses.ts";
import { Job } from "../../schemas/jobs.ts";
import { Newcomer, NewcomerState } from "../../schemas/newcomers.ts";
import { DrawnSecret } from "../../schemas/pictures.ts";
import { Account, Classroom, CodeGuesses, Pupil, School, Session } from "../../schemas/people.ts";
import { ImportedEpisode, PodcastImport } from "../../schemas/podcast-imports.ts";
import { Rundown, RundownItem, RundownLine, RundownMoves, RundownState } from "../../schemas/rundown.ts";
import { ClassListenings, EpisodeListenings, LiveListenings, Tally, WeekListenings } from "../../schemas/listenings.ts";
import { ClassRoom, Leaving, Retention, RetentionPlan, RetentionPolicy } from "../../schemas/retention.ts";
import { StaffLink, StaffMember, StaffWelcome } from "../../schemas/staff.ts";
import { ShowCode } from "../../schemas/show-codes.ts";
import { Show } from "../../schemas/shows.ts";
import { PlayedSound, SoundCredit, SoundRights } from "../../schemas/sound-rights.ts";
import { SelfAssessment, Take, TakeFigures, TakeMeasures } from "../../schemas/takes.ts";
import { ClassProgress, ProgressTake, PupilLine, PupilProgress } from "../../schemas/progress.ts";
import { Assessment, PeerInvitation, TakeComment, TakeReview } from "../../schemas/reviews.ts";
import { Anchor, AnchorSettings } from "../../schemas/anchors.ts";
import { Criterion, Rubric } from "../../schemas/rubrics.ts";
import { ShowVoice } from "../../schemas/turns.ts";
import { Air, Cut, DelayPipe, LiveState } from "../../schemas/live.ts";
import { Level, Levels, Link, PlayingCart, Strip, StudioSnapshot, Transmission, Voice } from "../../schemas/studio.ts";

/** What is described once and then called by its name. */
export const nouns: Record<string, z.ZodType> = {
  School,
  Account,
  StaffMember,
  StaffLink,
  StaffWelcome,
  Classroom,
  Pupil,
  Newcomer,
  ShowCode,
  NewcomerState,
  DrawnSecret,
  CodeGuesses,
  VoiceConsent,
  PupilConsent,
  HeardVoice,
  EpisodeVoices,
  Family,
  FamilyChild,
  FamilyLink,
  FamilyHome,
  FamilyChannel,
  FamilyVoice,
  FeedAddress,
  ClassFeedAddress,
  Session,
  PodcastImport,
  ImportedEpisode,
  Channel,
  Show,
  Exercise,
  Take,
  TakeMeasures,
  TakeFigures,
  SelfAssessment,
  TakeReview,
  TakeComment,
  Assessment,
  PeerInvitation,
  Rubric,
  Criterion,
  Anchor,
  AnchorSettings,
  ClassProgress,
  PupilLine,
  PupilProgress,
  ProgressTake,
  ShowVoice,
  Cart,
  CartMeasure,
  SoundRights,
  PlayedSound,
  SoundCredit,
  Episode,
  Enclosure,
  Chapter,
  RetentionPolicy,
  Leaving,
  ClassRoom,
  ClassListenings,
  EpisodeListenings,
  LiveListenings,
  WeekListenings,
  Tally,
  RetentionPlan,
  Retention,
  Job,
  StudioSnapshot,
  Transmission,
  Air,
  Cut,
  DelayPipe,
  LiveState,
  Strip,
  Voice,
  Link,
  PlayingCart,
  Levels,
  Level,
  Rundown,
  RundownItem,
  RundownMoves,
  RundownState,
  RundownLine,
};

/** The nouns as zod knows them, so that a schema that holds one says its name. */
export const nounRegistry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(nouns)) nounRegistry.add(schema, { id });
