import { ClassListenings } from "../../schemas/listenings.ts";

/** What a class is told of its listeners. */
export const restListenings = {
  "GET /api/classrooms/:id/listenings": {
    does: "How many listened to the class's episodes and shows: rounded numbers, and nothing of who they are.",
    answers: ClassListenings,
  },
} as const;
