import type { Generated } from "kysely";

/** The rows about sounds that staff rate to compare their ears. */
export type AnchorTables = {
  anchor: {
    id: string;
    schoolId: string;
    /** An account. */
    broughtBy: string | null;
    title: string;
    grade: string;
    voice: string;
    rubric: string;
    /** JSON arrays. */
    criteria: string;
    agreed: string;
  };
  anchorRating: {
    /** The order in which they came. */
    place: Generated<number>;
    anchorId: string;
    accountId: string;
    /** JSON arrays. */
    firstLevels: string;
    levels: string;
  };
};
