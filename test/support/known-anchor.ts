import type { AnchorSettings } from "../../schemas/anchors.ts";

/** An anchor as a test brings it: two criteria of three levels. */
export const knownAnchor: AnchorSettings = {
  title: "Le corbeau, lu par Mme Martin",
  grade: "cm1",
  voice: "adult",
  rubric: "Dire et lire à voix haute",
  criteria: [
    { title: "On comprend tous les mots", levels: ["Des mots se perdent", "On devine", "Chaque mot s’entend"] },
    { title: "La voix est vivante", levels: ["Toujours sur la même note", "Bouge un peu", "Monte et descend"] },
  ],
  agreed: [3, 1],
};
